package dev.parley.e2e.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One row of the result.
 *
 * @param goal what is to be reached, null when there is no such figure
 * @param neighbour the same from the bare counterpart in the same run, null when there is none
 * @param note what else one must know
 */
record Figure(
        String scenario,
        String what,
        double value,
        String unit,
        @Nullable Goal goal,
        @Nullable Neighbour neighbour,
        String note) {
    /** @param least true for at least, false for at most */
    record Goal(boolean least, double value) {
        static Goal atLeast(double value) {
            return new Goal(true, value);
        }

        static Goal atMost(double value) {
            return new Goal(false, value);
        }

        boolean reachedBy(double measured) {
            return least ? measured >= value : measured <= value;
        }
    }

    record Neighbour(String name, double value) {}

    static Figure of(String scenario, String what, double value, String unit) {
        return new Figure(scenario, what, value, unit, null, null, "");
    }

    Figure to(Goal wanted) {
        return new Figure(scenario, what, value, unit, wanted, neighbour, note);
    }

    Figure beside(String name, double other) {
        return new Figure(scenario, what, value, unit, goal, new Neighbour(name, other), note);
    }

    Figure noting(String text) {
        return new Figure(scenario, what, value, unit, goal, neighbour, text);
    }

    /** A row of a table in Markdown. */
    String row() {
        return "| " + scenario + " | " + what + " | " + number(value) + " " + unit + " | "
                + (goal == null ? "" : (goal.least() ? "≥ " : "≤ ") + number(goal.value())) + " | "
                + (goal == null ? "" : goal.reachedBy(value) ? "yes" : "**no**") + " | "
                + (neighbour == null ? "" : neighbour.name() + ": " + number(neighbour.value())) + " | "
                + (neighbour == null || neighbour.value() == 0
                        ? ""
                        : String.format(Locale.ROOT, "%.2f", value / neighbour.value()))
                + " | " + note + " |";
    }

    /** Three digits that mean something, and thousands apart. */
    static String number(double value) {
        var size = Math.abs(value);
        return String.format(
                Locale.ROOT, size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
