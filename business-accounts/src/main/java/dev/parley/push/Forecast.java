package dev.parley.push;

/**
 * What a push message would do if it were released now. The parts add up to the audience.
 *
 * @param audience followers now
 * @param atOnce who would get it at once
 * @param held for whom it would wait in the digest
 * @param answersOnly who wants only answers; for them it waits in the digest, unannounced
 */
public record Forecast(long audience, long atOnce, long held, long answersOnly, Quota quota) {}
