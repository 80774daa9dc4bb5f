package dev.parley.cost;

/** A count that is forecast. @param expected the middle, on the scale on which it was forecast */
public record Interval(long low, double expected, long high) {}
