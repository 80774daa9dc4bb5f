package dev.parley.account;

import java.time.Instant;

/** An operator has verified an official account: from now on it can be found and followed. */
public record AccountVerified(OfficialAccountId account, Instant at) {}
