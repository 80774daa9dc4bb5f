package dev.parley.gateway.socket;

import dev.parley.conversation.Message;
import dev.parley.draft.NewMessageBody;
import dev.parley.gateway.conversation.MessageViews;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.problem.ProblemView;
import dev.parley.kernel.Cursor;
import dev.parley.kernel.PartyRef;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;

/** Reads frames from devices and writes frames to them. */
@Component
class Frames {
    /** What was read. */
    sealed interface Reading {}

    /** A frame. */
    record Understood(ClientFrame frame) implements Reading {}

    /** No frame. @param key the idempotency key of what was meant to be a message */
    record NotUnderstood(ProblemView problem, @Nullable String key) implements Reading {}

    private final JsonMapper json;
    private final ObjectReader clientFrames;
    private final ObjectWriter serverFrames;
    private final MessageJson messages;

    Frames(JsonMapper json, MessageViews views) {
        this.json = json;
        this.clientFrames = json.readerFor(ClientFrame.class);
        this.serverFrames = json.writerFor(ServerFrame.class);
        this.messages = new MessageJson(json, views);
    }

    Reading read(String text) {
        try {
            ClientFrame frame = clientFrames.readValue(text);
            return frame == null ? malformed("A frame is a JSON object.", null) : new Understood(frame);
        } catch (JacksonException failure) {
            return explain(text, failure);
        }
    }

    byte[] write(ServerFrame frame) {
        return serverFrames.writeValueAsBytes(frame);
    }

    byte[] message(Cursor cursor, Message message, PartyRef viewer) {
        return around("{\"type\":\"message\",\"cursor\":\"" + cursor.format() + "\",\"message\":", message, viewer);
    }

    /** @param cursor where the device stands with it; absent when the message stands elsewhere in its stream */
    byte[] acknowledged(String key, @Nullable Cursor cursor, Message message, PartyRef viewer) {
        var stands = cursor == null ? "null" : '"' + cursor.format() + '"';
        return around(
                "{\"type\":\"acknowledged\",\"key\":" + quoted(key) + ",\"cursor\":" + stands + ",\"message\":",
                message,
                viewer);
    }

    /** Keys are visible ASCII. */
    private String quoted(String key) {
        return key.indexOf('"') < 0 && key.indexOf('\\') < 0 ? '"' + key + '"' : json.writeValueAsString(key);
    }

    private byte[] around(String head, Message message, PartyRef viewer) {
        var begin = head.getBytes(StandardCharsets.UTF_8);
        var view = messages.of(message, viewer);
        var frame = Arrays.copyOf(begin, begin.length + view.length + 1);
        System.arraycopy(view, 0, frame, begin.length, view.length);
        frame[frame.length - 1] = '}';
        return frame;
    }

    private Reading explain(String text, JacksonException failure) {
        JsonNode tree;
        try {
            tree = json.readTree(text);
        } catch (JacksonException _) {
            return malformed("This is not JSON.", null);
        }
        if (!tree.isObject() || !tree.path("type").isString()) {
            return malformed("A frame is a JSON object with a field type.", null);
        }
        var key = tree.path("key").isString() ? tree.path("key").stringValue() : null;
        if (failure instanceof InvalidTypeIdException unknown
                && unknown.getBaseType().hasRawClass(ClientFrame.class)) {
            return new NotUnderstood(Problem.UNKNOWN_FRAME.view("There is no such frame type."), key);
        }
        if (failure instanceof InvalidTypeIdException unknown
                && unknown.getBaseType().hasRawClass(NewMessageBody.class)) {
            return new NotUnderstood(Problem.INVALID_REQUEST.view("There is no such kind of message body."), key);
        }
        return failure instanceof StreamReadException
                ? malformed("This is not JSON.", key)
                : malformed("A field has a value of the wrong type: " + path(failure) + ".", key);
    }

    private static NotUnderstood malformed(String detail, @Nullable String key) {
        return new NotUnderstood(Problem.MALFORMED_FRAME.view(detail), key);
    }

    private static String path(JacksonException failure) {
        var path = new StringBuilder();
        for (var reference : failure.getPath()) {
            var name = reference.getPropertyName();
            if (name != null) {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.isEmpty() ? "the frame" : path.toString();
    }
}
