package dev.parley.gateway.user;

import dev.parley.gateway.PartyKind;
import dev.parley.gateway.PartyView;
import dev.parley.gateway.PictureView;
import dev.parley.gateway.Pictures;
import dev.parley.identity.UserCard;
import dev.parley.identity.UserState;
import dev.parley.identity.Users;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows users to other users. */
@Component
public class UserParties implements PartyKind {
    private final Users users;
    private final Pictures pictures;

    UserParties(Users users, Pictures pictures) {
        this.users = users;
        this.pictures = pictures;
    }

    @Override
    public String kind() {
        return PartyRef.USER;
    }

    @Override
    public Map<UUID, PartyView> views(Collection<UUID> ids) {
        var cards = users.cards(ids.stream().map(UserId::new).toList());
        var found = pictures.of(cards.values().stream().map(UserCard::picture).toList());
        var views = new HashMap<UUID, PartyView>();
        cards.forEach((id, card) -> {
            var picture = card.picture() == null ? null : found.get(card.picture());
            views.put(id.value(), view(card, picture));
        });
        return views;
    }

    /** One user whose card is at hand. */
    public PartyView view(UserCard card) {
        return view(card, pictures.of(card.picture()));
    }

    private static PartyView view(UserCard card, @Nullable PictureView picture) {
        var state = card.state() == UserState.SUSPENDED ? PartyView.State.SUSPENDED : PartyView.State.ACTIVE;
        return new PartyView(PartyRef.USER, card.id().value(), card.handle(), card.name(), picture, false, state);
    }
}
