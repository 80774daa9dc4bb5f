package dev.parley.draft;

import dev.parley.conversation.MessageBody;
import dev.parley.draft.NewMessageBody.Cover;
import dev.parley.kernel.MediaId;
import dev.parley.media.Media;
import dev.parley.media.MediaKind;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The uploads that one draft names, found with one question. */
final class Uploads {
    private final Map<MediaId, Media> known;
    private final Speaker speaker;
    private final Findings findings;

    Uploads(Map<MediaId, Media> known, Speaker speaker, Findings findings) {
        this.known = known;
        this.speaker = speaker;
        this.findings = findings;
    }

    /** A picture; refused without a description where many will see it, because some of them do not see. */
    MessageBody.@Nullable Picture picture(String field, @Nullable UUID media, @Nullable String description) {
        var required = speaker.side() == Speaker.Side.RELEASE;
        return described(
                field, media, findings.words(field + ".description", description, Limit.DESCRIPTION, required));
    }

    /** A picture that may be decoration only. */
    MessageBody.@Nullable Picture decoration(String field, @Nullable UUID media, @Nullable String description) {
        return described(field, media, findings.words(field + ".description", description, Limit.DESCRIPTION, false));
    }

    MessageBody.@Nullable Picture cover(String field, @Nullable Cover cover) {
        return cover == null ? null : picture(field, cover.media(), cover.description());
    }

    /** An upload of one of these kinds. */
    @Nullable
    Media find(String field, @Nullable UUID media, MediaKind... kinds) {
        var found = media == null ? null : known.get(new MediaId(media));
        if (found != null && speaker.mayUse().test(found.owner())) {
            for (var kind : kinds) {
                if (found.kind() == kind) {
                    return found;
                }
            }
            findings.refuse(
                    field,
                    "kind",
                    found.kind().code(),
                    kinds[0].code(),
                    "This upload is of kind " + found.kind().code() + ".");
            return null;
        }
        findings.refuse(
                field,
                media == null ? "required" : "upload",
                null,
                null,
                "This is nothing that you have uploaded for it.");
        return null;
    }

    static MessageBody.Upload file(Media media) {
        return new MessageBody.Upload(media.id(), media.contentType(), media.bytes());
    }

    private MessageBody.@Nullable Picture described(String field, @Nullable UUID media, String description) {
        var found = find(field + ".media", media, MediaKind.IMAGE);
        return found == null
                ? null
                : new MessageBody.Picture(
                        found.id(), found.widthPx(), found.heightPx(), found.placeholderColor(), description);
    }
}
