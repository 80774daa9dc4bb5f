package dev.parley.e2e.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A kind of fault, how often it is to happen, and what must hold all the same. */
abstract class Scenario {
    private final List<String> figures = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private int rounds;

    /** Makes the faults; what it finds it hands to {@link #found}. */
    abstract void run(Plan plan) throws Exception;

    /** Why it cannot be run on this machine, in one sentence; empty when it can. */
    String missing() {
        return "";
    }

    final Plan.Outcome outcome(Plan plan) throws Exception {
        var start = System.nanoTime();
        run(plan);
        return new Plan.Outcome(
                name(getClass()), plan, rounds, Duration.ofNanos(System.nanoTime() - start), figures, findings);
    }

    /** {@code KilledServer} is {@code killed-server}. */
    static String name(Class<? extends Scenario> scenario) {
        return scenario.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    protected final void round() {
        rounds++;
    }

    protected final void rounds(int number) {
        rounds += number;
    }

    protected final void figure(String text) {
        figures.add(text);
    }

    protected final synchronized void found(List<Finding> more) {
        findings.addAll(more);
    }

    protected final synchronized void found(Finding.Kind kind, String said) {
        findings.add(new Finding(kind, said));
    }

    /** Says on the standard error how far it is, for whoever waits for a long run. */
    protected static void say(String text) {
        System.err.println(java.time.LocalTime.now().withNano(0) + " " + text);
    }
}
