package dev.parley.gateway;

import dev.parley.kernel.MediaId;
import dev.parley.media.Media;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A picture of a user or an account.
 *
 * @param placeholderColor what to paint until it is loaded, {@code #rrggbb}
 */
@Schema(name = "Picture", description = "A picture of a user or an account.")
public record PictureView(MediaId media, String url, String thumbnailUrl, String placeholderColor) {
    /** As clients see it. */
    public static PictureView of(Media media) {
        return new PictureView(media.id(), url(media.id()), thumbnailUrl(media.id()), media.placeholderColor());
    }

    /** Where the bytes of a stored picture are. */
    public static String url(MediaId media) {
        return "/api/v1/media/" + media;
    }

    /** Where its small version is. */
    public static String thumbnailUrl(MediaId media) {
        return url(media) + "/thumbnail";
    }
}
