package dev.parley.draft;

import dev.parley.kernel.MediaId;
import dev.parley.media.MediaStore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns what somebody wants to say into a message body, or says of every field what is wrong with it. */
@Component
public class Drafts {
    private static final int MOST_UPLOADS = 500;

    private final MediaStore media;
    private final JsonMapper json;

    Drafts(MediaStore media, JsonMapper json) {
        this.media = media;
        this.json = json;
    }

    /** The body as it will be stored, completed with what the server knows of the uploads in it; or everything that is wrong. */
    public Checked check(@Nullable NewMessageBody draft, Speaker speaker) {
        return check("body", draft, speaker);
    }

    /** As {@link #check(NewMessageBody, Speaker)}, for a draft that stands elsewhere in the request. @param field its name there */
    public Checked check(String field, @Nullable NewMessageBody draft, Speaker speaker) {
        var findings = new Findings();
        if (draft == null) {
            findings.refuse(field, "required", null, null, "A message needs a body.");
            return new Checked.Refused(findings.refusals());
        }
        var named = draft.uploads()
                .distinct()
                .limit(MOST_UPLOADS + 1L)
                .map(MediaId::new)
                .collect(Collectors.toList());
        if (named.size() > MOST_UPLOADS) {
            findings.refuse(
                    field,
                    "uploads",
                    Integer.toString(named.size()),
                    Integer.toString(MOST_UPLOADS),
                    "That names too many uploads.");
            return new Checked.Refused(findings.refusals());
        }
        var uploads = new Uploads(media.find(named), speaker, findings);
        var actions = new ActionCheck(findings);
        var check = new BodyCheck(
                findings,
                speaker,
                uploads,
                actions,
                new LayoutCheck(findings, uploads, actions, json),
                new FormCheck(findings),
                new ActCheck(findings, speaker));
        var body = check.check(field, draft);
        return body == null || !findings.refusals().isEmpty()
                ? new Checked.Refused(findings.refusals())
                : new Checked.Accepted(body);
    }
}
