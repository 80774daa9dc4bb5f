package dev.parley.gateway.desk;

import dev.parley.account.OfficialAccountId;
import dev.parley.conversation.ConversationRow;
import dev.parley.conversation.Conversations;
import dev.parley.desk.DeskConversation;
import dev.parley.desk.TagId;
import dev.parley.follow.Follow;
import dev.parley.follow.Follows;
import dev.parley.follow.Windows;
import dev.parley.gateway.conversation.ConversationView.ReceiptsView;
import dev.parley.gateway.conversation.MessageViews;
import dev.parley.gateway.desk.DeskConversationView.AssigneeView;
import dev.parley.gateway.desk.DeskConversationView.FollowerView;
import dev.parley.gateway.desk.DeskConversationView.SnoozeView;
import dev.parley.gateway.follow.FollowView.WindowView;
import dev.parley.identity.UserCard;
import dev.parley.identity.Users;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.UserId;
import dev.parley.note.Notes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the rooms know about conversations of the desk, with a fixed number of questions. */
@Component
class DeskViews {
    private final Conversations conversations;
    private final Follows follows;
    private final Windows windows;
    private final Users users;
    private final Notes notes;
    private final MessageViews messages;

    DeskViews(
            Conversations conversations,
            Follows follows,
            Windows windows,
            Users users,
            Notes notes,
            MessageViews messages) {
        this.conversations = conversations;
        this.follows = follows;
        this.windows = windows;
        this.users = users;
        this.notes = notes;
        this.messages = messages;
    }

    DeskConversationView of(DeskConversation conversation, UserId reader) {
        return of(conversation.account(), List.of(conversation), reader).getFirst();
    }

    List<DeskConversationView> of(OfficialAccountId account, List<DeskConversation> page, UserId reader) {
        if (page.isEmpty()) {
            return List.of();
        }
        Map<ConversationId, ConversationRow> rows =
                conversations
                        .rows(
                                account.party(),
                                page.stream()
                                        .map(DeskConversation::conversation)
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(ConversationRow::id, Function.identity()));
        // Who they are stays in here; what is shown is the follower ID that the desk knows.
        var people =
                rows.values().stream().map(row -> row.other().party().asUser()).toList();
        var present = new HashMap<UserId, Follow>();
        follows.of(account, people).stream()
                .filter(follow -> follow.endedAt() == null)
                .forEach(follow -> present.put(follow.user(), follow));
        var opened = windows.ofAccount(account, people);
        var assignees = users.cards(page.stream()
                .map(DeskConversation::assignee)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var mentioned = notes.mentionsOf(account, reader);
        return page.stream()
                .map(conversation -> {
                    var row = rows.get(conversation.conversation());
                    var user = row == null ? null : row.other().party().asUser();
                    var follow = user == null ? null : present.get(user);
                    var window = user == null ? null : opened.get(user);
                    var last = row == null ? null : row.lastMessage();
                    return new DeskConversationView(
                            conversation.conversation().value(),
                            new FollowerView(
                                    conversation.follower().value(),
                                    "Follower " + conversation.follower().shortName(),
                                    conversation.follower().hash()),
                            last == null ? null : messages.of(last, account.party()),
                            row == null ? 0 : row.unread(),
                            row == null ? new ReceiptsView(0, 0) : ReceiptsView.of(row.theirs()),
                            conversation.waitingSince(),
                            window == null ? null : new WindowView(window.opensAt(), window.closesAt()),
                            assignee(conversation.assignee(), assignees),
                            conversation.open() ? "open" : "closed",
                            conversation.snooze() == null
                                    ? null
                                    : new SnoozeView(conversation.snooze().until()),
                            conversation.tags().stream().map(TagId::value).toList(),
                            mentioned.contains(conversation.conversation()),
                            follow == null ? null : follow.startedAt(),
                            follow != null);
                })
                .toList();
    }

    private static @Nullable AssigneeView assignee(@Nullable UserId assignee, Map<UserId, UserCard> cards) {
        if (assignee == null) {
            return null;
        }
        var card = cards.get(assignee);
        return new AssigneeView(assignee.value(), card == null ? "" : card.name());
    }
}
