package dev.parley.push;

/** How one push message spread over those who followed when it was released; the parts add up to the audience. */
public record Spread(long audience, long atOnce, long held, long answersOnly) {}
