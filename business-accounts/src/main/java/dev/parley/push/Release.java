package dev.parley.push;

import java.time.Instant;

/** That a push message of the account in question was released; its place and time are all the dosage rule needs. */
record Release(long sequence, Instant at) {}
