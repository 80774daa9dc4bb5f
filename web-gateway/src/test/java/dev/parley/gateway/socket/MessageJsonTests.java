package dev.parley.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ParleyApplication;
import dev.parley.conversation.Member;
import dev.parley.conversation.Message;
import dev.parley.conversation.MessageBody;
import dev.parley.gateway.conversation.MessageView;
import dev.parley.gateway.conversation.MessageViews;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.Ids;
import dev.parley.kernel.MessageId;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.json.JsonMapper;

/** What is put together by hand is what the library writes. */
@SpringBootTest(classes = ParleyApplication.class)
class MessageJsonTests {
    @Autowired
    JsonMapper json;

    @Autowired
    MessageViews views;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "See you at eight?",
                "\"quoted\" \\ back",
                "line\nbreak\ttab\u0001",
                "Grüße, 漢字, 👩‍👩‍👧",
                "</script>"
            })
    void byHandAndByTheLibraryAreTheSame(String text) {
        var user = PartyRef.user(new UserId(Ids.next()));
        var account = new PartyRef("account", Ids.next());
        var follower = new Member(user, new PartyRef("follower", Ids.next()));
        for (var viewer : new PartyRef[] {user, account}) {
            var message = new Message(
                    MessageId.next(),
                    ConversationId.next(),
                    90_412,
                    follower,
                    null,
                    text.isEmpty(),
                    Instant.parse("2026-03-02T09:00:00.120Z"),
                    new MessageBody.Text(text),
                    null);

            assertThat(MessageJson.byHand(message, text, viewer))
                    .asString()
                    .isEqualTo(json.writerFor(MessageView.class).writeValueAsString(views.of(message, viewer)));
        }
    }
}
