package dev.parley.gateway.socket;

import dev.parley.conversation.Message;
import dev.parley.conversation.MessageBody;
import dev.parley.gateway.conversation.MessageView;
import dev.parley.gateway.conversation.MessageViews;
import dev.parley.kernel.PartyRef;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages as UTF-8 JSON: the same as a {@link MessageView}, written once per form in which a message is seen and not once per device. The
 * plain text message of a user, which is most of what there is, is put together by hand: that takes a quarter of the time (a test compares
 * the two).
 */
final class MessageJson {
    /** The form of a message: who its sender is to the viewer, and whether the viewer sees the author. */
    private record Form(long sequence, PartyRef sender, boolean withAuthor) {}

    /** Written by the first who asks; whoever asks meanwhile waits for that instead of doing the same. */
    private final class Written {
        private final Form form;
        private byte @Nullable [] json;

        Written(Form form) {
            this.form = form;
        }

        synchronized byte[] json(Message message, PartyRef viewer) {
            var present = json;
            if (present == null) {
                present = write(message, viewer);
                json = present;
            }
            return present;
        }
    }

    private static final int REMEMBERED = 1 << 12;

    private final MessageViews views;
    private final ObjectWriter json;
    private final PushViews pushes = new PushViews();
    private final AtomicReferenceArray<@Nullable Written> remembered = new AtomicReferenceArray<>(REMEMBERED);

    MessageJson(JsonMapper json, MessageViews views) {
        this.json = json.writerFor(MessageView.class);
        this.views = views;
    }

    byte[] of(Message message, PartyRef viewer) {
        if (message.push() != null) {
            return pushes.of(message, () -> byLibrary(message, viewer));
        }
        var form = new Form(
                message.sequence(),
                message.sender().seenBy(viewer),
                message.author() != null && message.sender().party().equals(viewer));
        var slot = Long.hashCode(form.sequence) & (REMEMBERED - 1);
        while (true) {
            var known = remembered.get(slot);
            if (known != null && known.form.equals(form)) {
                return known.json(message, viewer);
            }
            remembered.compareAndSet(slot, known, new Written(form));
        }
    }

    private byte[] write(Message message, PartyRef viewer) {
        return message.body() instanceof MessageBody.Text text
                        && text.plain()
                        && message.author() == null
                        && message.push() == null
                ? byHand(message, text.text(), viewer)
                : byLibrary(message, viewer);
    }

    byte[] byLibrary(Message message, PartyRef viewer) {
        return json.writeValueAsBytes(views.of(message, viewer));
    }

    static byte[] byHand(Message message, String text, PartyRef viewer) {
        var sender = message.sender().seenBy(viewer);
        var written = new StringBuilder(360 + text.length());
        written.append("{\"id\":\"").append(message.id().value());
        written.append("\",\"conversationId\":\"").append(message.conversation().value());
        written.append("\",\"sequence\":").append(message.sequence());
        written.append(",\"sender\":{\"kind\":\"").append(sender.kind());
        written.append("\",\"id\":\"").append(sender.id());
        written.append("\"},\"author\":null,\"automatic\":").append(message.automatic());
        written.append(",\"sentAt\":\"").append(message.sentAt());
        written.append("\",\"body\":{\"type\":\"text\",\"text\":\"");
        JsonStringEncoder.getInstance().quoteAsString(text, written);
        return written.append("\"},\"push\":null}").toString().getBytes(StandardCharsets.UTF_8);
    }
}
