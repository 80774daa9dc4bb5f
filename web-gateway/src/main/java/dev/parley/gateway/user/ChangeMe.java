package dev.parley.gateway.user;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.parley.identity.ChangeProfile.PictureChange;
import dev.parley.kernel.MediaId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of a change to my profile. What is absent stays; a picture of null goes. A class, because a record cannot tell null from absent. */
@Schema(name = "ChangeMe", description = "What is absent stays as it is; a picture of null goes.")
final class ChangeMe {
    private @Nullable String name;
    private @Nullable String locale;
    private @Nullable String timeZone;
    private @Nullable ChangeDigestTime digest;
    private @Nullable UUID picture;
    private boolean pictureGiven;

    @Schema(minLength = 1, maxLength = 60)
    public @Nullable String getName() {
        return name;
    }

    @Schema(description = "id of an upload of mine with purpose picture")
    public @Nullable UUID getPicture() {
        return picture;
    }

    @Schema(description = "language tag", example = "de")
    public @Nullable String getLocale() {
        return locale;
    }

    @Schema(description = "IANA name", example = "Europe/Berlin")
    public @Nullable String getTimeZone() {
        return timeZone;
    }

    public @Nullable ChangeDigestTime getDigest() {
        return digest;
    }

    @JsonSetter
    void setName(@Nullable String name) {
        this.name = name;
    }

    @JsonSetter
    void setLocale(@Nullable String locale) {
        this.locale = locale;
    }

    @JsonSetter
    void setTimeZone(@Nullable String timeZone) {
        this.timeZone = timeZone;
    }

    @JsonSetter
    void setDigest(@Nullable ChangeDigestTime digest) {
        this.digest = digest;
    }

    @JsonSetter
    void setPicture(@Nullable UUID picture) {
        this.picture = picture;
        this.pictureGiven = true;
    }

    PictureChange pictureChange() {
        if (!pictureGiven) {
            return new PictureChange.Keep();
        }
        return picture == null ? new PictureChange.Remove() : new PictureChange.Replace(new MediaId(picture));
    }
}
