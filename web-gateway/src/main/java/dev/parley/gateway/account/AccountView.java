package dev.parley.gateway.account;

import dev.parley.account.AccountState;
import dev.parley.account.Category;
import dev.parley.account.Role;
import dev.parley.gateway.PictureView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An official account as its team and operators see it.
 *
 * @param welcome the automatic message that a new follower gets; empty for none
 * @param stateReason what the operator said about the present state
 * @param link leads to the account's page
 * @param role of whoever asks; null for an operator who is not in the team
 */
@Schema(name = "Account", description = "An official account as its team and operators see it.")
public record AccountView(
        UUID id,
        String handle,
        String name,
        @Nullable PictureView picture,
        Category category,
        String description,
        String welcome,
        AccountState state,
        @Nullable String stateReason,
        URI link,
        Instant createdAt,
        @Nullable Role role) {}
