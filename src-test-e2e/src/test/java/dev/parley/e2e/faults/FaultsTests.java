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

    @Test
    void nothingIsLostWhenTheDatabaseIsKilled() throws Exception {
        run(new KilledDatabase());
    }

    @Test
    void nothingHangsWhileTheDatabaseStandsStill() throws Exception {
        run(new FrozenDatabase());
    }

    @Test
    void nothingIsLostWhenTheDiskIsFull() throws Exception {
        run(new FullDisk());
    }

    @Test
    void nothingIsLostWhenTheDiskCannotMakeItDurable() throws Exception {
        run(new FailingFsync());
    }

    @Test
    void aClockThatJumpsChangesNoOrderAndDoesNothingTwice() throws Exception {
        run(new JumpingClock());
    }

    @Test
    void hostileClientsAreEndedAndCostOnlyThemselves() throws Exception {
        run(new HostileClients());
    }

    @Test
    void hostileFramesBreakNothingAndLeaveNothing() throws Exception {
        run(new HostileFrames());
    }

    @Test
    void hostileRequestsBreakNothingAndLeaveNothing() throws Exception {
        run(new HostileRequests());
    }

    @Test
    void aCutBusOnlyMakesItSlower() throws Exception {
        run(new CutBus());
    }

    @Test
    void devicesGoOnElsewhereWhenANodeIsKilled() throws Exception {
        run(new KilledNode());
    }

    private void run(Scenario scenario) throws Exception {
        assumeTrue(scenario.missing().isEmpty(), scenario::missing);
        var outcome = scenario.outcome(new Plan(1, false, 0, folder));
        System.out.print(outcome.text());
        assertThat(outcome.findings()).as(outcome.text()).isEmpty();
    }
}
