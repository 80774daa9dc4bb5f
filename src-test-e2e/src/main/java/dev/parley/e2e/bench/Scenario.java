package dev.parley.e2e.bench;

import java.io.IOException;

/** One thing to be measured, beside its bare counterpart where there is one. */
interface Scenario {
    void run(Systems systems, Options options, Findings findings) throws IOException, InterruptedException;
}
