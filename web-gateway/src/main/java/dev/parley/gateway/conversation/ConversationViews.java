package dev.parley.gateway.conversation;

import static java.util.stream.Collectors.toMap;

import dev.parley.account.OfficialAccountId;
import dev.parley.contact.Contacts;
import dev.parley.conversation.ConversationRow;
import dev.parley.conversation.Message;
import dev.parley.delivery.Connections;
import dev.parley.follow.Follow;
import dev.parley.follow.Follows;
import dev.parley.gateway.Parties;
import dev.parley.gateway.PartyView;
import dev.parley.gateway.conversation.ConversationView.ReceiptsView;
import dev.parley.gateway.follow.FollowView;
import dev.parley.gateway.follow.FollowViews;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import dev.parley.push.PushHistory;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the rooms know about a user's conversations, with few questions to each. */
@Component
class ConversationViews {
    private static final String ACCOUNT = "account";

    private final Parties parties;
    private final Contacts contacts;
    private final Connections connections;
    private final Follows follows;
    private final FollowViews followViews;
    private final PushHistory pushHistory;
    private final MessageViews messageViews;

    ConversationViews(
            Parties parties,
            Contacts contacts,
            Connections connections,
            Follows follows,
            FollowViews followViews,
            PushHistory pushHistory,
            MessageViews messageViews) {
        this.parties = parties;
        this.contacts = contacts;
        this.connections = connections;
        this.follows = follows;
        this.followViews = followViews;
        this.pushHistory = pushHistory;
        this.messageViews = messageViews;
    }

    /** The rows as that user sees them, those with the newest message first. */
    List<ConversationView> of(UserId user, List<ConversationRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var known = new Known(
                parties.views(rows.stream().map(row -> row.other().alias()).toList()),
                contacts.contactsOf(user),
                follows(user, rows),
                pushes(user, rows));
        return rows.stream()
                .map(row -> view(user, row, known))
                .sorted(Comparator.comparing(ConversationViews::newest).reversed())
                .toList();
    }

    private record Known(
            Map<PartyRef, PartyView> parties,
            Set<UserId> contacts,
            Map<OfficialAccountId, FollowView> follows,
            Map<OfficialAccountId, PushHistory.Row> pushes) {}

    private Map<OfficialAccountId, FollowView> follows(UserId user, List<ConversationRow> rows) {
        if (accounts(rows).findAny().isEmpty()) {
            return Map.of();
        }
        List<Follow> present = follows.ofUser(user);
        return followViews.of(user, present);
    }

    private Map<OfficialAccountId, PushHistory.Row> pushes(UserId user, List<ConversationRow> rows) {
        var displayed = accounts(rows)
                .collect(toMap(
                        row -> account(row.other().party()), row -> row.mine().displayed(), Math::max));
        return displayed.isEmpty() ? Map.of() : pushHistory.rows(user, displayed);
    }

    private ConversationView view(UserId user, ConversationRow row, Known known) {
        var other = row.other().party();
        var isAccount = other.kind().equals(ACCOUNT);
        var follow = isAccount ? known.follows().get(account(other)) : null;
        var push = isAccount ? known.pushes().get(account(other)) : null;
        var last = newer(row.lastMessage(), push == null ? null : push.last());
        var alias = row.other().alias();
        return new ConversationView(
                row.id().value(),
                known.parties().getOrDefault(alias, PartyView.gone(alias.kind(), alias.id())),
                last == null ? null : messageViews.of(last, PartyRef.user(user)),
                row.unread() + (push == null ? 0 : push.unread()),
                ReceiptsView.of(row.mine()),
                ReceiptsView.of(row.theirs()),
                row.settings().pinned(),
                row.settings().muted() || (follow != null && follow.muted()),
                online(other, known.contacts()),
                follow,
                row.createdAt());
    }

    private @Nullable Boolean online(PartyRef other, Set<UserId> known) {
        var isContact = other.kind().equals(PartyRef.USER) && known.contains(new UserId(other.id()));
        return isContact ? connections.online(other) : null;
    }

    private static @Nullable Message newer(@Nullable Message one, @Nullable Message other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.sequence() >= other.sequence() ? one : other;
    }

    private static Instant newest(ConversationView view) {
        var last = view.lastMessage();
        return last == null ? view.createdAt() : last.sentAt();
    }

    private static Stream<ConversationRow> accounts(List<ConversationRow> rows) {
        return rows.stream().filter(row -> row.other().party().kind().equals(ACCOUNT));
    }

    private static OfficialAccountId account(PartyRef party) {
        return new OfficialAccountId(party.id());
    }
}
