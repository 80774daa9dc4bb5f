package dev.parley.follow;

import dev.parley.account.OfficialAccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps beginnings and ends of follows apart from what is released to an account's followers. Who changes follows joins
 * before reading the clock; who releases holds still. So whatever was released after a follow ended, by the clock, was
 * also committed after it, and no reader sees it the other way round.
 */
@Component
class FollowOrder {
    private static final int SPACE = 0x666f6c6c; // "foll"
    private static final int HANDING = 0x68616e64; // "hand"

    private final JdbcClient jdbc;

    FollowOrder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the caller's transaction ends, nothing is released to this account's followers; other follows may change. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void join(OfficialAccountId account) {
        jdbc.sql("select 1 from pg_advisory_xact_lock_shared(?, ?)")
                .param(SPACE)
                .param(account.value().hashCode())
                .query()
                .singleValue();
    }

    /** Until the caller's transaction ends, no follow of this account begins or ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdStill(OfficialAccountId account) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(?, ?)")
                .param(SPACE)
                .param(account.value().hashCode())
                .query()
                .singleValue();
    }

    /** Until the caller's transaction ends, no follow of this account ends: what is handed to its followers meanwhile is theirs. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepFollowers(OfficialAccountId account) {
        jdbc.sql("select 1 from pg_advisory_xact_lock_shared(?, ?)")
                .param(HANDING)
                .param(account.value().hashCode())
                .query()
                .singleValue();
    }

    /**
     * Waits until nothing of this account is being handed to its followers any more, on whichever node; what is released later finds the
     * end that the caller's transaction writes. Take it before anything else, so that nobody waits for who waits here.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void awaitHandedOver(OfficialAccountId account) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(?, ?)")
                .param(HANDING)
                .param(account.value().hashCode())
                .query()
                .singleValue();
    }
}
