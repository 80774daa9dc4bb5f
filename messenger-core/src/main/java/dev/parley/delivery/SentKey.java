package dev.parley.delivery;

import dev.parley.kernel.IdempotencyKey;
import dev.parley.kernel.PartyRef;

/** The key under which a party sends something; law 4: the same party and key mean the same message. */
public record SentKey(PartyRef sender, IdempotencyKey key) {}
