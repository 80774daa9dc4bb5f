package dev.parley.e2e.faults;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The command behind bin/faults: runs a scenario and says what came of it; ends with 1 when something was found. */
public final class Faults {
    private static final List<Class<? extends Scenario>> SCENARIOS = List.of(
            KilledServer.class,
            KilledDatabase.class,
            FrozenDatabase.class,
            FullDisk.class,
            FailingFsync.class,
            CutBus.class,
            KilledNode.class,
            JumpingClock.class,
            HostileClients.class,
            HostileFrames.class,
            HostileRequests.class);

    private Faults() {}

    /** {@code <scenario> [--seed=1] [--long] [--rounds=n]} */
    public static void main(String[] arguments) throws Exception {
        var scenario = SCENARIOS.stream()
                .filter(each -> arguments.length > 0 && Scenario.name(each).equals(arguments[0]))
                .findFirst();
        if (scenario.isEmpty()) {
            System.err.println("usage: bin/faults <scenario> [--seed=1] [--long] [--rounds=n]; scenarios: "
                    + SCENARIOS.stream().map(Scenario::name).collect(Collectors.joining(", ")));
            System.exit(2);
            return;
        }
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly)));
        var plan = new Plan(
                number(arguments, "seed", 1),
                Arrays.asList(arguments).contains("--long"),
                (int) number(arguments, "rounds", 0),
                Files.createTempDirectory("parley-faults"));
        var run = scenario.get().getDeclaredConstructor().newInstance();
        if (!run.missing().isEmpty()) {
            System.err.println(run.missing());
            System.exit(3);
        }
        var outcome = run.outcome(plan);
        System.out.print(outcome.text());
        System.out.println("  data and logs: " + plan.folder());
        System.exit(outcome.findings().isEmpty() ? 0 : 1);
    }

    private static long number(String[] arguments, String name, long otherwise) {
        for (var argument : arguments) {
            if (argument.startsWith("--" + name + "=")) {
                return Long.parseLong(argument.substring(name.length() + 3));
            }
        }
        return otherwise;
    }
}
