package dev.parley.gateway.account;

import dev.parley.account.AccountState;
import dev.parley.account.OfficialAccount;
import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.gateway.PartyKind;
import dev.parley.gateway.PartyView;
import dev.parley.gateway.PictureView;
import dev.parley.gateway.Pictures;
import dev.parley.kernel.MediaId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows official accounts to everybody. */
@Component
public class AccountParties implements PartyKind {
    private final OfficialAccounts accounts;
    private final Pictures pictures;

    AccountParties(OfficialAccounts accounts, Pictures pictures) {
        this.accounts = accounts;
        this.pictures = pictures;
    }

    @Override
    public String kind() {
        return OfficialAccountId.KIND;
    }

    @Override
    public Map<UUID, PartyView> views(Collection<UUID> ids) {
        return views(accounts.cards(ids.stream().map(OfficialAccountId::new).toList())
                .values());
    }

    /** Accounts that are at hand. */
    Map<UUID, PartyView> views(Iterable<OfficialAccount> found) {
        var wanted = new ArrayList<@Nullable MediaId>();
        found.forEach(account -> wanted.add(account.picture()));
        var shown = pictures.of(wanted);
        var views = new HashMap<UUID, PartyView>();
        found.forEach(account -> views.put(
                account.id().value(), view(account, account.picture() == null ? null : shown.get(account.picture()))));
        return views;
    }

    /** One account that is at hand. */
    public PartyView view(OfficialAccount account) {
        return view(account, pictures.of(account.picture()));
    }

    private static PartyView view(OfficialAccount account, @Nullable PictureView picture) {
        return new PartyView(
                OfficialAccountId.KIND,
                account.id().value(),
                account.handle(),
                account.name(),
                picture,
                account.verified(),
                account.state() == AccountState.SUSPENDED ? PartyView.State.SUSPENDED : PartyView.State.ACTIVE);
    }
}
