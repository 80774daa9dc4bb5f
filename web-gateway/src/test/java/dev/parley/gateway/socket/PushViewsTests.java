package dev.parley.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Member;
import dev.parley.conversation.Message;
import dev.parley.conversation.MessageBody;
import dev.parley.conversation.PushMark;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.Ids;
import dev.parley.kernel.MessageId;
import dev.parley.kernel.PartyRef;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PushViewsTests {
    private static final PushMark FIRST = new PushMark(1, "week", null, false);
    private static final PushMark SECOND = new PushMark(2, "week", 2, false);

    private final PushViews views = new PushViews();
    private final AtomicInteger written = new AtomicInteger();
    private final PartyRef bakery = new PartyRef("account", Ids.next());
    private final MessageId id = new MessageId(Ids.next());

    @Test
    void writesOnceForAllToWhomItStandsAlike() {
        for (var follower = 0; follower < 100; follower++) {
            var message = message(7, FIRST);

            assertThat(view(message)).isEqualTo(whole(message));
        }

        assertThat(written).hasValue(1);
    }

    @Test
    void writesAnewForAnotherPlaceInTheDosageAndForAnotherPushMessage() {
        for (var follower = 0; follower < 10; follower++) {
            for (var message : new Message[] {message(7, FIRST), message(7, SECOND), message(8, FIRST)}) {
                assertThat(view(message)).isEqualTo(whole(message));
            }
        }
    }

    private String view(Message message) {
        var json = views.of(message, () -> {
            written.incrementAndGet();
            return whole(message).getBytes(StandardCharsets.UTF_8);
        });
        return new String(json, StandardCharsets.UTF_8);
    }

    private static String whole(Message message) {
        return "{\"id\":\"" + message.id().value() + "\",\"conversationId\":\""
                + message.conversation().value() + "\",\"sequence\":" + message.sequence() + ",\"push\":\""
                + message.push() + "\",\"text\":\"größer \\\"conversationId\\\"\"}";
    }

    private Message message(long sequence, PushMark mark) {
        return new Message(
                id,
                ConversationId.next(),
                sequence,
                Member.of(bakery),
                null,
                false,
                Instant.EPOCH,
                new MessageBody.Text("Fresh bread"),
                mark);
    }
}
