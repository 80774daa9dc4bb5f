package dev.parley.gateway.conversation;

import dev.parley.conversation.MessageBody;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.problem.ProblemException;
import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.MediaId;
import dev.parley.kernel.UserId;
import dev.parley.media.Media;
import dev.parley.media.MediaStore;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what somebody wants to say and completes it with what the server knows of the pictures in it. */
@Component
public class MessageBodies {
    /** Greatest length of a text, in characters (Unicode code points). */
    public static final int TEXT_LENGTH = 4_000;

    private static final int CAPTION_LENGTH = 1_000;
    private static final int DESCRIPTION_LENGTH = 500;
    private static final int TITLE_LENGTH = 120;
    private static final int SUMMARY_LENGTH = 500;
    private static final int LINK_LENGTH = 2_000;

    private final MediaStore mediaStore;

    MessageBodies(MediaStore mediaStore) {
        this.mediaStore = mediaStore;
    }

    /**
     * The body as it will be stored.
     *
     * @param by who says it: pictures must be their uploads
     * @throws ProblemException {@code invalid-request} with one entry per field that is wrong
     */
    public MessageBody accept(@Nullable NewBody body, UserId by) {
        var check = new Check(by);
        var accepted = check.body(body);
        if (accepted == null || !check.refusals.isEmpty()) {
            throw Problem.of(check.refusals);
        }
        return accepted;
    }

    /** One body on its way through the rules; gathers everything that is wrong with it. */
    private final class Check {
        private final List<FieldRefusal> refusals = new ArrayList<>();
        private final UserId by;

        Check(UserId by) {
            this.by = by;
        }

        @Nullable
        MessageBody body(@Nullable NewBody body) {
            return switch (body) {
                case null -> {
                    refuse("body", "required", null, null, "A message needs a body.");
                    yield null;
                }
                case NewBody.Text(var text) -> new MessageBody.Text(words("body.text", text, 1, TEXT_LENGTH));
                case NewBody.Image(var media, var description, var caption) -> {
                    var picture = picture("body", media, description);
                    var said = caption == null || caption.isBlank()
                            ? null
                            : words("body.caption", caption, 1, CAPTION_LENGTH);
                    yield picture == null ? null : new MessageBody.Image(picture, said);
                }
                case NewBody.Article(var title, var summary, var link, var cover) ->
                    new MessageBody.Article(
                            words("body.title", title, 1, TITLE_LENGTH),
                            words("body.summary", summary, 0, SUMMARY_LENGTH),
                            link(link),
                            cover == null ? null : picture("body.cover", cover.media(), cover.description()));
            };
        }

        private String words(String field, @Nullable String text, int least, int most) {
            var given = text == null ? "" : text;
            var length = given.codePointCount(0, given.length());
            if (length > most) {
                refuse(
                        field,
                        "length",
                        Integer.toString(length),
                        Integer.toString(most),
                        "At most " + most + " characters.");
            } else if (least > 0 && given.isBlank()) {
                refuse(field, "required", Integer.toString(length), Integer.toString(least), "This must not be empty.");
            } else if (!isStorable(given)) {
                refuse(field, "characters", null, null, "It contains characters that are no text.");
            }
            return given;
        }

        private String link(@Nullable String link) {
            var given = words("body.link", link, 1, LINK_LENGTH);
            if (!isWebAddress(given)) {
                refuse("body.link", "link", null, "http, https", "A link is an absolute http or https address.");
            }
            return given;
        }

        private MessageBody.@Nullable Picture picture(
                String field, @Nullable UUID media, @Nullable String description) {
            var said = words(field + ".description", description, 0, DESCRIPTION_LENGTH);
            var found = media == null ? null : upload(media);
            if (found == null) {
                refuse(field + ".media", "upload", null, null, "This is not a picture that you have uploaded.");
                return null;
            }
            return new MessageBody.Picture(
                    found.id(), found.widthPx(), found.heightPx(), found.placeholderColor(), said);
        }

        private @Nullable Media upload(UUID media) {
            return mediaStore
                    .find(new MediaId(media))
                    .filter(found -> found.owner().equals(by))
                    .orElse(null);
        }

        private void refuse(String field, String rule, @Nullable String value, @Nullable String limit, String detail) {
            refusals.add(new FieldRefusal(field, rule, value, limit, detail));
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            var address = URI.create(text);
            return address.getHost() != null
                    && ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** PostgreSQL stores neither the NUL character nor half a surrogate pair. */
    private static boolean isStorable(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
