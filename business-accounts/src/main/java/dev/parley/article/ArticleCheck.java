package dev.parley.article;

import dev.parley.account.OfficialAccountId;
import dev.parley.account.Team;
import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.MediaId;
import dev.parley.kernel.PlainText;
import dev.parley.media.MediaPurpose;
import dev.parley.media.MediaStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the text of a page of what was asked for, or says of every field what is wrong with it. */
@Component
class ArticleCheck {
    private final MediaStore media;
    private final Team team;

    ArticleCheck(MediaStore media, Team team) {
        this.media = media;
        this.team = team;
    }

    /** Either a text, or at least one refusal. */
    record Checked(ArticleText text, List<FieldRefusal> errors) {}

    Checked check(WriteArticle command) {
        var errors = new ArrayList<FieldRefusal>();
        var title = words("title", command.title(), 1, Articles.TITLE_LENGTH, errors);
        if (!PlainText.isLine(title)) {
            errors.add(new FieldRefusal("title", "characters", null, null, "A title is one line of plain text."));
        }
        var summary = words("summary", command.summary(), 0, Articles.SUMMARY_LENGTH, errors);
        var cover = command.cover();
        var described = words(
                "cover.description",
                command.coverDescription(),
                cover == null ? 0 : 1,
                Articles.DESCRIPTION_LENGTH,
                errors);
        if (cover != null && !isPublic(command.account(), cover)) {
            errors.add(notPublic("cover.media"));
        }
        var html = words("body", command.body(), 0, Articles.BODY_LENGTH, errors);
        var safe = errors.isEmpty() ? SafeHtml.of(html) : "";
        for (var picture : SafeHtml.pictures(safe)) {
            if (!isPublic(command.account(), new MediaId(picture))) {
                errors.add(notPublic("body"));
                break;
            }
        }
        return new Checked(new ArticleText(title, summary, cover, cover == null ? "" : described, safe), errors);
    }

    private boolean isPublic(OfficialAccountId account, MediaId id) {
        return media.find(id)
                .filter(found -> found.purpose() == MediaPurpose.PICTURE)
                .filter(found -> team.role(account, found.owner()).isPresent())
                .isPresent();
    }

    private static FieldRefusal notPublic(String field) {
        return new FieldRefusal(
                field,
                "upload",
                null,
                null,
                "Pictures of a page are uploads of the team with the purpose 'picture', because everybody sees them.");
    }

    private static String words(String field, @Nullable String given, int least, int most, List<FieldRefusal> errors) {
        var text = given == null ? "" : given.strip();
        var length = PlainText.length(text);
        if (length > most) {
            errors.add(new FieldRefusal(
                    field,
                    "length",
                    Integer.toString(length),
                    Integer.toString(most),
                    "At most " + most + " characters."));
        } else if (length < least) {
            errors.add(new FieldRefusal(field, "required", "0", Integer.toString(least), "This must not be empty."));
        }
        return text;
    }
}
