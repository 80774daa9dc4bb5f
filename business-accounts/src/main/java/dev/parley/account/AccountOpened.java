package dev.parley.account;

import dev.parley.kernel.UserId;
import java.time.Instant;

/** An official account was opened and waits for an operator. */
public record AccountOpened(OfficialAccountId account, UserId opener, Instant at) {}
