package dev.parley.contact;

import dev.parley.kernel.ConversationId;
import dev.parley.kernel.UserId;
import java.time.Instant;

/** Somebody whom a user knows. */
public record Contact(UserId user, Instant since, ConversationId conversation) {}
