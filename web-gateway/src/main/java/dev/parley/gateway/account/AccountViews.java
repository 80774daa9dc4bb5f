package dev.parley.gateway.account;

import dev.parley.account.OfficialAccount;
import dev.parley.account.Role;
import dev.parley.gateway.Pictures;
import dev.parley.gateway.web.BaseAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows official accounts to those who work for them and to operators. */
@Component
public class AccountViews {
    private final Pictures pictures;
    private final BaseAddress base;

    AccountViews(Pictures pictures, BaseAddress base) {
        this.pictures = pictures;
        this.base = base;
    }

    /** The account as somebody in this role sees it. */
    public AccountView of(OfficialAccount account, @Nullable Role role) {
        return new AccountView(
                account.id().value(),
                account.handle(),
                account.name(),
                pictures.of(account.picture()),
                account.category(),
                account.description(),
                account.welcome(),
                account.state(),
                account.stateReason(),
                link(account),
                account.createdAt(),
                role);
    }

    /** What an account's QR code says: the link, marked, so that following through it counts as having begun with the code. */
    public URI codeLink(OfficialAccount account) {
        return base.at("/@" + account.handle() + "?from=qr");
    }

    /** Leads to the account's page. */
    public URI link(OfficialAccount account) {
        return base.at("/@" + account.handle());
    }
}
