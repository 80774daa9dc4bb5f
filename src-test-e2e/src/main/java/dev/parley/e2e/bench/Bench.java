package dev.parley.e2e.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * The load benchmark of bin/bench: every scenario against the server, and against its bare counterpart in the same run on the same
 * machine, with the same generator. What it takes: {@link Options}. A scenario that breaks does not keep the others from being run,
 * but is named in the result, and the process ends with 1.
 */
public final class Bench {
    private Bench() {}

    /** Runs the scenarios and writes the report. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var options = new Options(arguments);
        var started = Instant.now();
        var machine = Machine.words();
        var findings = new Findings();
        try (var systems = new Systems(options)) {
            Runtime.getRuntime().addShutdownHook(new Thread(systems::close));
            for (var name : options.scenarios()) {
                var begun = Instant.now();
                try {
                    scenario(name).run(systems, options, findings);
                } catch (IOException | RuntimeException broken) {
                    broken.printStackTrace();
                    findings.failed(name, broken);
                    systems.startAnew();
                }
                Systems.say("  [" + name + ": "
                        + Duration.between(begun, Instant.now()).toSeconds() + " s]");
            }
        }
        new Report(findings, options, machine, started).write();
        System.exit(findings.failures().isEmpty() ? 0 : 1);
    }

    private static Scenario scenario(String name) {
        return switch (name) {
            case IdleMemory.NAME -> new IdleMemory();
            case ReconnectStorm.NAME -> new ReconnectStorm();
            case DeliveredPerSecond.NAME -> new DeliveredPerSecond();
            case LatencyUnderLoad.NAME -> new LatencyUnderLoad();
            case OnlinePush.NAME -> new OnlinePush();
            case MissedMessages.NAME -> new MissedMessages();
            case WebhookDelivery.NAME -> new WebhookDelivery();
            case MillionFollowers.NAME -> new MillionFollowers();
            case KnownCauses.NAME -> new KnownCauses();
            case StartUp.NAME -> new StartUp();
            case WebClientSize.NAME -> new WebClientSize();
            default -> throw new IllegalArgumentException("there is no scenario " + name);
        };
    }
}
