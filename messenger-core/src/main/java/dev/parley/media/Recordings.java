package dev.parley.media;

import dev.parley.kernel.Refusal;
import dev.parley.media.Inspection.Recording;
import dev.parley.media.Inspection.Refused;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/**
 * Looks into an upload that is no picture. Video and audio must be what they are said to be, because browsers play them; a file may be
 * anything, because it is only ever given back to be kept.
 */
@Component
class Recordings {
    private final Tika tika = new Tika();

    Inspection inspect(MediaKind kind, byte[] content) {
        if (content.length > kind.largestBytes()) {
            return new Refused(Refusal.beyond(
                    "too-large",
                    "media.bytes",
                    Integer.toString(content.length),
                    Long.toString(kind.largestBytes()),
                    "An upload of this kind has at most %d MB.".formatted(kind.largestMegabytes())));
        }
        if (content.length == 0) {
            return new Refused(Refusal.beyond("invalid-request", "media.bytes", "0", "1", "The file is empty."));
        }
        return switch (kind) {
            case IMAGE -> throw new IllegalArgumentException("pictures are inspected elsewhere");
            case FILE -> new Recording(tika.detect(content), 0, 0, null);
            case VIDEO -> playable(kind, content, "video/", "video/mp4, video/webm");
            case AUDIO, VOICE ->
                playable(kind, content, "audio/", "audio/mpeg, audio/mp4, audio/ogg, audio/wav, audio/webm");
        };
    }

    private Inspection playable(MediaKind kind, byte[] content, String family, String allowed) {
        var found = Containers.read(content);
        return found.isPresent() && found.get().contentType().startsWith(family)
                ? found.get()
                : new Refused(Refusal.beyond(
                        "unsupported-media",
                        "media.type",
                        found.map(Recording::contentType).orElseGet(() -> tika.detect(content)),
                        allowed,
                        "This is not a %s in a format that browsers play."
                                .formatted(kind == MediaKind.VIDEO ? "video" : "recording")));
    }
}
