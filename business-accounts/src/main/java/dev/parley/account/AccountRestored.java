package dev.parley.account;

import java.time.Instant;

/** An operator has lifted the suspension: the account is again what it was before. */
public record AccountRestored(OfficialAccountId account, Instant at) {}
