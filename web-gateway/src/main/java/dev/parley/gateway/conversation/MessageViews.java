package dev.parley.gateway.conversation;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.parley.conversation.Message;
import dev.parley.conversation.PushMark;
import dev.parley.gateway.conversation.MessageView.AuthorView;
import dev.parley.gateway.conversation.MessageView.PushView;
import dev.parley.gateway.conversation.MessageView.SenderView;
import dev.parley.identity.Users;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns messages into what a viewer may see of them: the other side never sees the author, and the account never sees the user. */
@Component
public class MessageViews {
    private final LoadingCache<UserId, String> authorNames;

    MessageViews(Users users) {
        this.authorNames = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(Duration.ofMinutes(1))
                .build(author -> {
                    var card = users.cards(List.of(author)).get(author);
                    return card == null ? "" : card.name();
                });
    }

    /** The message as that party sees it. */
    public MessageView of(Message message, PartyRef viewer) {
        return new MessageView(
                message.id().value(),
                message.conversation().value(),
                message.sequence(),
                SenderView.of(message.sender().seenBy(viewer)),
                author(message, viewer),
                message.automatic(),
                message.sentAt(),
                BodyView.of(message.body()),
                push(message.push()));
    }

    /** The messages as that party sees them, in the same order. */
    public List<MessageView> of(List<Message> messages, PartyRef viewer) {
        return messages.stream().map(message -> of(message, viewer)).toList();
    }

    private @Nullable AuthorView author(Message message, PartyRef viewer) {
        var author = message.author();
        if (author == null || !message.sender().party().equals(viewer)) {
            return null;
        }
        return new AuthorView(author.value(), authorNames.get(author));
    }

    private static @Nullable PushView push(@Nullable PushMark mark) {
        return mark == null ? null : new PushView(mark.ordinal(), mark.period(), mark.limit(), mark.held());
    }
}
