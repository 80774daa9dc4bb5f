package dev.parley.push;

import dev.parley.account.OfficialAccountId;
import dev.parley.account.Team;
import dev.parley.conversation.MessageBody;
import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.MediaId;
import dev.parley.media.MediaPurpose;
import dev.parley.media.MediaStore;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a draft into the body of a push message, or says of every field what is wrong with it. */
@Component
class DraftCheck {
    private static final int TEXT = 4000;
    private static final int CAPTION = 1000;
    private static final int TITLE = 120;
    private static final int SUMMARY = 400;
    private static final int LINK = 2000;
    private static final int DESCRIPTION = 500;

    private final MediaStore media;
    private final Team team;

    DraftCheck(MediaStore media, Team team) {
        this.media = media;
        this.team = team;
    }

    /** Either a body, or at least one refusal. */
    record Checked(@Nullable MessageBody body, List<FieldRefusal> refusals) {}

    Checked check(OfficialAccountId account, PushDraft draft) {
        var refusals = new ArrayList<FieldRefusal>();
        var body = body(account, draft, refusals);
        return refusals.isEmpty() ? new Checked(body, List.of()) : new Checked(null, refusals);
    }

    private @Nullable MessageBody body(OfficialAccountId account, PushDraft draft, List<FieldRefusal> refusals) {
        return switch (draft) {
            case PushDraft.Text(var text) -> new MessageBody.Text(words("body.text", text, 1, TEXT, refusals));
            case PushDraft.Image(var id, var description, var caption) -> {
                var picture = picture(account, "body", id, description, refusals);
                var said = caption == null || caption.isBlank()
                        ? null
                        : words("body.caption", caption, 0, CAPTION, refusals);
                yield picture == null ? null : new MessageBody.Image(picture, said);
            }
            case PushDraft.Article article -> {
                var title = words("body.title", article.title(), 1, TITLE, refusals);
                var summary = words("body.summary", article.summary(), 0, SUMMARY, refusals);
                var link = link(article.link(), refusals);
                var cover = article.cover() == null
                        ? null
                        : picture(
                                account,
                                "body.cover",
                                article.cover().media(),
                                article.cover().description(),
                                refusals);
                yield new MessageBody.Article(title, summary, link, cover);
            }
        };
    }

    private static String words(
            String field, @Nullable String value, int least, int most, List<FieldRefusal> refusals) {
        var text = value == null ? "" : value.strip();
        var length = text.codePointCount(0, text.length());
        if (length < least) {
            refusals.add(new FieldRefusal(field, "required", "0", least + ".." + most, "This must not be empty."));
        } else if (length > most) {
            refusals.add(new FieldRefusal(
                    field,
                    "length",
                    String.valueOf(length),
                    String.valueOf(most),
                    "This has " + length + " characters, " + most + " are allowed."));
        } else if (!isStorable(text)) {
            refusals.add(new FieldRefusal(field, "characters", null, null, "It contains characters that are no text."));
        }
        return text;
    }

    private static String link(@Nullable String value, List<FieldRefusal> refusals) {
        var text = words("body.link", value, 1, LINK, refusals);
        if (text.isEmpty() || text.length() > LINK) {
            return text;
        }
        if (!isWebAddress(text)) {
            refusals.add(new FieldRefusal(
                    "body.link", "web-address", text, "http, https", "A link is an absolute http or https address."));
        }
        return text;
    }

    /** PostgreSQL stores neither the NUL character nor half a surrogate pair. */
    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = new URI(text);
            var scheme = uri.getScheme();
            return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private MessageBody.@Nullable Picture picture(
            OfficialAccountId account,
            String field,
            @Nullable UUID id,
            @Nullable String description,
            List<FieldRefusal> refusals) {
        var words = words(field + ".description", description, 1, DESCRIPTION, refusals);
        if (id == null) {
            refusals.add(new FieldRefusal(field + ".media", "required", null, null, "Name an uploaded picture."));
            return null;
        }
        var found = media.find(new MediaId(id))
                .filter(it -> it.purpose() == MediaPurpose.PUSH)
                .filter(it -> team.role(account, it.owner()).isPresent());
        if (found.isEmpty()) {
            refusals.add(new FieldRefusal(
                    field + ".media",
                    "known",
                    id.toString(),
                    null,
                    "No picture of this team was uploaded for a push message under this id."));
            return null;
        }
        var picture = found.get();
        return new MessageBody.Picture(
                picture.id(), picture.widthPx(), picture.heightPx(), picture.placeholderColor(), words);
    }
}
