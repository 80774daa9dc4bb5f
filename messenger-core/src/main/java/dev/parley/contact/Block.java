package dev.parley.contact;

import dev.parley.kernel.PartyRef;
import java.time.Instant;

/** A party that a user does not want to hear from. */
public record Block(PartyRef party, Instant since) {}
