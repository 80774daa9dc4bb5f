package dev.parley.account;

import dev.parley.kernel.UserId;
import java.time.Instant;

/** A user who works for an official account. */
public record TeamMember(OfficialAccountId account, UserId user, Role role, Instant since) {}
