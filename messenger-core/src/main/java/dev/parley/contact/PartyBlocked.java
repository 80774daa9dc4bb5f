package dev.parley.contact;

import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;

/** A user does not want to hear from a party any more. Published in the transaction of the block. */
public record PartyBlocked(UserId user, PartyRef party) {}
