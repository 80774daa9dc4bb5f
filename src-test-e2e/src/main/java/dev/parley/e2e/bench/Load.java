package dev.parley.e2e.bench;

/**
 * How much of the machine everybody used, in processors; 1 is one core.
 *
 * @param generator this process, which plays the clients
 */
record Load(double generator, double server, double database) {
    /** A reading to compare with a later one. */
    record Reading(long at, double generator, double server, double database) {
        Load since(Reading before) {
            var seconds = (at - before.at) / 1e9;
            return new Load(
                    (generator - before.generator) / seconds,
                    (server - before.server) / seconds,
                    (database - before.database) / seconds);
        }
    }

    static Reading now(Side side) {
        var figures = ProcessFigures.of(side.pid(), side.databasePid());
        return new Reading(
                System.nanoTime(),
                ProcessFigures.of(ProcessHandle.current().pid(), 0).cpuSeconds(),
                figures.cpuSeconds(),
                figures.databaseCpuSeconds());
    }
}
