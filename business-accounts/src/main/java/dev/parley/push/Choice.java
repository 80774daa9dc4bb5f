package dev.parley.push;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A dosage as its follower chose it, in force for every push message after a place in the push stream.
 *
 * <p>The place, not the time, decides: no release is under way while a choice is stored, so what a reader has seen
 * decided is never decided otherwise later.
 *
 * @param afterSequence in force for push messages with a higher sequence
 * @param zone the follower's zone, in which calendar periods are counted
 */
record Choice(long afterSequence, Instant at, Dosage dosage, ZoneId zone) {}
