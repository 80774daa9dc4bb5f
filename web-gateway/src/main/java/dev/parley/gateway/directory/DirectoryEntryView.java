package dev.parley.gateway.directory;

import dev.parley.account.Category;
import dev.parley.gateway.PartyView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An official account as everybody may see it.
 *
 * @param followers exact from 20 on; null for fewer, so that nobody is counted out of a small crowd
 * @param since when the account was opened
 * @param following whether whoever asks follows it
 */
@Schema(name = "DirectoryEntry", description = "An official account as everybody may see it.")
record DirectoryEntryView(
        PartyView party,
        String description,
        Category category,
        @Nullable Long followers,
        int pushesLast4Weeks,
        Instant since,
        URI link,
        boolean following) {}
