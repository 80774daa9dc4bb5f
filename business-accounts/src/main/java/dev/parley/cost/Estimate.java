package dev.parley.cost;

/**
 * A number that was estimated: 95 of 100 such intervals hold the truth.
 *
 * @param margin half the width of the interval, so that it reads "41 ± 6"
 */
public record Estimate(double value, double margin) {
    static final Estimate NONE = new Estimate(0, 0);

    Estimate plus(Estimate other) {
        return new Estimate(value + other.value, Math.hypot(margin, other.margin));
    }

    Estimate times(double factor) {
        return new Estimate(value * factor, margin * Math.abs(factor));
    }
}
