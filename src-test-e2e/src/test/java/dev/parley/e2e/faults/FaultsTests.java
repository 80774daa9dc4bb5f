package dev.parley.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The short form of each scenario; bin/faults runs the long ones (docs/reliability.md). */
class FaultsTests {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void nothingIsLostWhenTheServerIsKilledAgainAndAgain() throws Exception {
        run(new KilledServer());
    }

    private void run(Scenario scenario) throws Exception {
        assumeTrue(scenario.missing().isEmpty(), scenario::missing);
        var outcome = scenario.outcome(new Plan(1, false, 0, folder));
        System.out.print(outcome.text());
        assertThat(outcome.findings()).as(outcome.text()).isEmpty();
    }
}
