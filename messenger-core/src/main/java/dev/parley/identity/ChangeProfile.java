package dev.parley.identity;

import dev.parley.kernel.MediaId;
import dev.parley.kernel.UserId;
import org.jspecify.annotations.Nullable;

/** Command: change what a user says about themself; absent members stay as they are. */
public record ChangeProfile(
        UserId user,
        @Nullable String name,
        PictureChange picture,
        @Nullable String locale,
        @Nullable String timeZone) {
    /** What becomes of the picture. */
    public sealed interface PictureChange {
        /** It stays. */
        record Keep() implements PictureChange {}

        /** There is none any more. */
        record Remove() implements PictureChange {}

        /** It becomes this one; the caller has checked that it is the user's own. */
        record Replace(MediaId media) implements PictureChange {}
    }
}
