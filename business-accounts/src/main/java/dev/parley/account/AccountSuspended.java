package dev.parley.account;

import java.time.Instant;

/** An operator has suspended an official account: it can neither be found nor heard. */
public record AccountSuspended(OfficialAccountId account, Instant at) {}
