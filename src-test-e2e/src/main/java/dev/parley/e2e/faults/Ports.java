package dev.parley.e2e.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Ports for what is stopped and started again: outside the range from which the system takes ports for outgoing connections, so that none of
 * those takes it in between.
 */
final class Ports {
    private static final int FIRST = 18_300;
    private static final int LAST = 18_399;
    private static int next = FIRST + (int) (ProcessHandle.current().pid() % (LAST - FIRST));

    private Ports() {}

    static synchronized int free() {
        for (var tries = 0; tries <= LAST - FIRST; tries++) {
            var port = next;
            next = port == LAST ? FIRST : port + 1;
            try (var taken = new ServerSocket(port, 1, InetAddress.getByName("0.0.0.0"))) {
                return taken.getLocalPort();
            } catch (IOException inUse) {
                // the next one then
            }
        }
        throw new IllegalStateException("no port is free from " + FIRST + " to " + LAST);
    }
}
