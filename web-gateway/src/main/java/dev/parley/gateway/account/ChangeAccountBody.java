package dev.parley.gateway.account;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.parley.account.Category;
import dev.parley.account.ChangeAccount;
import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.MediaId;
import dev.parley.kernel.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of a change to an account. A class, because a record cannot tell a picture of null from an absent one. */
@Schema(name = "ChangeAccount", description = "What is absent stays as it is; a picture of null goes.")
final class ChangeAccountBody {
    private @Nullable String name;
    private @Nullable Category category;
    private @Nullable String description;
    private @Nullable String welcome;
    private @Nullable UUID picture;
    private boolean pictureGiven;

    @Schema(minLength = 1, maxLength = 60)
    public @Nullable String getName() {
        return name;
    }

    public @Nullable Category getCategory() {
        return category;
    }

    @Schema(maxLength = 500)
    public @Nullable String getDescription() {
        return description;
    }

    @Schema(maxLength = 1000, description = "the automatic message that a new follower gets; empty for none")
    public @Nullable String getWelcome() {
        return welcome;
    }

    @Schema(description = "id of an upload with purpose picture")
    public @Nullable UUID getPicture() {
        return picture;
    }

    @JsonSetter
    void setName(@Nullable String name) {
        this.name = name;
    }

    @JsonSetter
    void setCategory(@Nullable Category category) {
        this.category = category;
    }

    @JsonSetter
    void setDescription(@Nullable String description) {
        this.description = description;
    }

    @JsonSetter
    void setWelcome(@Nullable String welcome) {
        this.welcome = welcome;
    }

    @JsonSetter
    void setPicture(@Nullable UUID picture) {
        this.picture = picture;
        this.pictureGiven = true;
    }

    ChangeAccount command(OfficialAccountId account, UserId by) {
        return new ChangeAccount(
                account,
                by,
                name,
                category,
                description,
                welcome,
                pictureGiven ? Optional.ofNullable(picture).map(MediaId::new) : null);
    }
}
