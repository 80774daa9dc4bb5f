package dev.parley.account;

import dev.parley.kernel.MediaId;
import dev.parley.kernel.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes what an account says about itself; what is absent stays as it is.
 *
 * @param picture absent: stays; present and empty: taken away
 */
public record ChangeAccount(
        OfficialAccountId account,
        UserId by,
        @Nullable String name,
        @Nullable Category category,
        @Nullable String description,
        @Nullable String welcome,
        @Nullable Optional<MediaId> picture) {}
