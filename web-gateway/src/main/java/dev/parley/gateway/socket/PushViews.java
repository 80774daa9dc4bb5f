package dev.parley.gateway.socket;

import dev.parley.conversation.Message;
import dev.parley.conversation.PushMark;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of push messages. It is written once for all followers to whom it stands alike in their dosage: what differs between them is
 * only the conversation, whose id is put in its place.
 */
final class PushViews {
    private static final int REMEMBERED = 1 << 6;
    private static final byte[] BEFORE_THE_ID = "\"conversationId\":\"".getBytes(StandardCharsets.US_ASCII);

    private record Form(long sequence, PushMark mark) {}

    @SuppressWarnings("ArrayRecordComponent") // written once, then only read
    private record Written(Form form, byte[] json, int idAt) {}

    private final AtomicReferenceArray<@Nullable Written> written = new AtomicReferenceArray<>(REMEMBERED);

    /**
     * The JSON of a push message in one follower's conversation.
     *
     * @param write writes it as a whole
     */
    byte[] of(Message message, Supplier<byte[]> write) {
        var form = new Form(message.sequence(), Objects.requireNonNull(message.push()));
        var slot = form.hashCode() & (REMEMBERED - 1);
        var known = written.get(slot);
        if (known != null && known.form.equals(form)) {
            return in(message.conversation().value().toString(), known);
        }
        var json = write.get();
        var at = endOf(BEFORE_THE_ID, json);
        if (at >= 0) {
            written.set(slot, new Written(form, json, at));
        }
        return json;
    }

    private static byte[] in(String conversation, Written known) {
        var json = known.json.clone();
        for (var i = 0; i < conversation.length(); i++) {
            json[known.idAt + i] = (byte) conversation.charAt(i);
        }
        return json;
    }

    private static int endOf(byte[] words, byte[] text) {
        for (var at = 0; at + words.length <= text.length; at++) {
            var same = 0;
            while (same < words.length && text[at + same] == words[same]) {
                same++;
            }
            if (same == words.length) {
                return at + same;
            }
        }
        return -1;
    }
}
