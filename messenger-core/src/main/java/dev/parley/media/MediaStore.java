package dev.parley.media;

import dev.parley.kernel.MediaId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Uploaded pictures. */
@Service
public class MediaStore {
    /** Checks and stores a picture; a repetition stores it again under a new id. */
    public StoreOutcome store(NewMedia upload) {
        throw new UnsupportedOperationException();
    }

    /** What is known about a picture. */
    public Optional<Media> find(MediaId id) {
        throw new UnsupportedOperationException();
    }

    /** What is known about several pictures; unknown ids are left out. */
    public Map<MediaId, Media> find(Collection<MediaId> ids) {
        throw new UnsupportedOperationException();
    }

    /** The picture as it was uploaded. */
    public Optional<MediaContent> content(MediaId id) {
        throw new UnsupportedOperationException();
    }

    /** The picture made small: its longer side has at most 480 pixels. */
    public Optional<MediaContent> thumbnail(MediaId id) {
        throw new UnsupportedOperationException();
    }
}
