package dev.parley.account;

import dev.parley.kernel.MediaId;
import dev.parley.kernel.UserId;
import org.jspecify.annotations.Nullable;

/** Opens an official account; whoever opens it becomes its owner. */
public record OpenAccount(
        UserId opener,
        String handle,
        String name,
        Category category,
        String description,
        @Nullable MediaId picture) {}
