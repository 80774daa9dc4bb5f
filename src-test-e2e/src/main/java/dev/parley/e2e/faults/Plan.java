package dev.parley.e2e.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How a scenario is to be run.
 *
 * @param seed decides everything that is left to chance by us; how threads and processes interleave is not
 * @param isLong the long form, made by hand; the short one is part of bin/test
 * @param rounds how often the fault happens, 0 for what is usual for the form
 * @param folder for data and logs, empty at the start
 */
record Plan(long seed, boolean isLong, int rounds, Path folder) {
    /** For the environment of a server that will not live long enough for the second compiler. */
    static final Map<String, String> QUICK_START = Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");

    Map<String, String> environment() {
        return isLong ? Map.of() : QUICK_START;
    }

    Random random() {
        return new Random(seed);
    }

    int rounds(int shortForm, int longForm) {
        return rounds > 0 ? rounds : isLong ? longForm : shortForm;
    }

    Duration length(Duration shortForm, Duration longForm) {
        return isLong ? longForm : shortForm;
    }

    /** What came of it. @param figures in the order in which they are printed */
    record Outcome(
            String scenario, Plan plan, int rounds, Duration took, List<String> figures, List<Finding> findings) {
        String text() {
            var text = new StringBuilder("%s, seed %d, %s form, %d rounds, %d s: %s\n"
                    .formatted(
                            scenario,
                            plan.seed(),
                            plan.isLong() ? "long" : "short",
                            rounds,
                            took.toSeconds(),
                            findings.isEmpty() ? "nothing found" : findings.size() + " FINDINGS"));
            figures.forEach(figure -> text.append("  ").append(figure).append('\n'));
            findings.stream()
                    .limit(30)
                    .forEach(finding -> text.append("  ").append(finding).append('\n'));
            return text.toString();
        }
    }
}
