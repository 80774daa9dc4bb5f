package dev.parley.e2e.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Programs of the machine. */
final class Commands {
    private Commands() {}

    /** Runs a command to its end and returns what it said; anything but success is an error that repeats it. */
    static String run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said.strip());
            }
            return said;
        } catch (IOException e) {
            throw new IllegalStateException(String.join(" ", command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether there is such a program. */
    static boolean exists(String program) {
        try {
            run("sh", "-c", "command -v " + program);
            return true;
        } catch (IllegalStateException none) {
            return false;
        }
    }
}
