package dev.parley.push;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the push stream in the order of commits. A release holds the lock alone from before it draws its sequence to its
 * commit, so that a reader who sees a sequence has all lower ones in sight (law 3). What is to be in force "from here
 * on" holds it together with its like, so that no release is under way meanwhile.
 */
@Component
class PushOrder {
    private static final long KEY = 0x70757368L; // "push"

    private final JdbcClient jdbc;

    PushOrder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the caller's transaction ends, nobody else releases or chooses. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdAlone() {
        jdbc.sql("select 1 from pg_advisory_xact_lock(?)").param(KEY).query().singleValue();
    }

    /** Until the caller's transaction ends, nothing is released. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdStill() {
        jdbc.sql("select 1 from pg_advisory_xact_lock_shared(?)")
                .param(KEY)
                .query()
                .singleValue();
    }
}
