package dev.parley.gateway;

import dev.parley.kernel.MediaId;
import dev.parley.media.MediaStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns media ids into pictures as clients see them. */
@Component
public class Pictures {
    private final MediaStore media;

    Pictures(MediaStore media) {
        this.media = media;
    }

    /** One picture; null for none, and for one that is not there any more. */
    public @Nullable PictureView of(@Nullable MediaId id) {
        return id == null ? null : media.find(id).map(PictureView::of).orElse(null);
    }

    /** Several pictures with one question to the store; nulls and unknown ids are left out. */
    public Map<MediaId, PictureView> of(Collection<@Nullable MediaId> ids) {
        var wanted = ids.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var pictures = new HashMap<MediaId, PictureView>();
        media.find(wanted).forEach((id, found) -> pictures.put(id, PictureView.of(found)));
        return pictures;
    }
}
