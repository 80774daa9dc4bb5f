package dev.parley.gateway.socket;

import dev.parley.conversation.Message;
import dev.parley.gateway.conversation.MessageViews;
import dev.parley.gateway.conversation.NewBody;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.problem.ProblemView;
import dev.parley.kernel.Cursor;
import dev.parley.kernel.PartyRef;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;

/** Reads frames from devices and writes frames to them. A message is written once per form in which it is seen, not once per device. */
@Component
class Frames {
    /** What was read. */
    sealed interface Reading {}

    /** A frame. */
    record Understood(ClientFrame frame) implements Reading {}

    /** No frame. @param key the idempotency key of what was meant to be a message */
    record NotUnderstood(ProblemView problem, @Nullable String key) implements Reading {}

    /** The form of a message: who its sender is to the viewer, and whether the viewer sees the author. */
    private record Form(long sequence, PartyRef sender, boolean withAuthor) {}

    private record Written(Form form, String json) {}

    private static final int REMEMBERED = 1 << 12;

    private final JsonMapper json;
    private final MessageViews views;
    private final AtomicReferenceArray<@Nullable Written> written = new AtomicReferenceArray<>(REMEMBERED);

    Frames(JsonMapper json, MessageViews views) {
        this.json = json;
        this.views = views;
    }

    Reading read(String text) {
        try {
            var frame = json.readValue(text, ClientFrame.class);
            return frame == null ? malformed("A frame is a JSON object.", null) : new Understood(frame);
        } catch (JacksonException failure) {
            return explain(text, failure);
        }
    }

    String write(ServerFrame frame) {
        return json.writeValueAsString(frame);
    }

    String message(Cursor cursor, Message message, PartyRef viewer) {
        return "{\"type\":\"message\",\"cursor\":\"" + cursor.format() + "\",\"message\":" + view(message, viewer)
                + "}";
    }

    String acknowledged(String key, Message message, PartyRef viewer) {
        return "{\"type\":\"acknowledged\",\"key\":" + json.writeValueAsString(key) + ",\"message\":"
                + view(message, viewer) + "}";
    }

    private String view(Message message, PartyRef viewer) {
        if (message.push() != null) { // differs for each reader
            return json.writeValueAsString(views.of(message, viewer));
        }
        var form = new Form(
                message.sequence(),
                message.sender().seenBy(viewer),
                message.author() != null && message.sender().party().equals(viewer));
        var slot = form.hashCode() & (REMEMBERED - 1);
        var known = written.get(slot);
        if (known != null && known.form.equals(form)) {
            return known.json;
        }
        var text = json.writeValueAsString(views.of(message, viewer));
        written.set(slot, new Written(form, text));
        return text;
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
                && unknown.getBaseType().hasRawClass(NewBody.class)) {
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
