package dev.parley.e2e.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was asked for on the command line.
 *
 * <p>{@code --only=} takes names of scenarios, and {@code relay} or {@code parley} for one side alone (then only the closed loop,
 * unless scenarios are named too). {@code --quick} makes everything small. Numbers: {@code --pairs=200}. What begins with {@code
 * --parley.} or {@code --spring.} goes to the server.
 */
final class Options {
    static final List<String> SCENARIOS = List.of(
            "idle",
            "storm",
            "closed-loop",
            "latency",
            "push-online",
            "sync",
            "webhook",
            "push-million",
            "attribution",
            "start",
            "web");

    private final List<String> arguments;
    private final List<String> only;

    Options(String... arguments) {
        this.arguments = List.of(arguments);
        this.only = Stream.of(arguments)
                .filter(argument -> argument.startsWith("--only="))
                .flatMap(argument ->
                        Arrays.stream(argument.substring("--only=".length()).split(",")))
                .toList();
        for (var name : only) {
            if (!SCENARIOS.contains(name) && !name.equals("relay") && !name.equals("parley")) {
                throw new IllegalArgumentException("--only= knows " + SCENARIOS + ", relay and parley, not " + name);
            }
        }
    }

    /** The scenarios to run, in the order in which they disturb each other least. */
    List<String> scenarios() {
        if (only.isEmpty()) {
            return SCENARIOS;
        }
        var named = SCENARIOS.stream().filter(only::contains).toList();
        return named.isEmpty() ? List.of("closed-loop") : named;
    }

    boolean relay() {
        return only.contains("relay") || !only.contains("parley");
    }

    boolean parley() {
        return only.contains("parley") || !only.contains("relay");
    }

    boolean quick() {
        return arguments.contains("--quick");
    }

    boolean docs() {
        return arguments.contains("--docs");
    }

    /** A number by its name. @param otherwise in a full run @param quick in a quick one */
    int number(String name, int otherwise, int quick) {
        for (var argument : arguments) {
            if (argument.startsWith("--" + name + "=")) {
                return Integer.parseInt(argument.substring(name.length() + 3));
            }
        }
        return quick() ? quick : otherwise;
    }

    /** Settings of the server: limits that would slow the clients of a benchmark down are out of the way. */
    String[] serverSettings() {
        return Stream.concat(
                        Stream.of(
                                "--parley.rate-limits.enabled=false",
                                "--parley.socket.frames-per-second=1000000",
                                "--parley.socket.hello-within=60s",
                                "--parley.push.releases-per-day=1000",
                                "--parley.push.releases-per-month=10000",
                                "--parley.webhook.allowed-addresses=127.0.0.1",
                                "--parley.webhook.waiting-per-endpoint=1000000"),
                        arguments.stream()
                                .filter(argument ->
                                        argument.startsWith("--parley.") || argument.startsWith("--spring.")))
                .toArray(String[]::new);
    }

    @Override
    public String toString() {
        return "bin/bench" + (arguments.isEmpty() ? "" : " " + String.join(" ", arguments));
    }
}
