package dev.parley.insight;

import dev.parley.account.OfficialAccountId;
import dev.parley.follow.FollowMuted;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** When followers muted an account, table {@code mute_act}. A mute that is taken back at once was none. */
@Component
class Mutes {
    private static final Duration UNDO = Duration.ofSeconds(10);

    private final JdbcClient jdbc;

    Mutes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** May run more than once for one event; the key, and deleting what is gone, make the second run a no-op. */
    @ApplicationModuleListener
    void on(FollowMuted event) {
        if (event.muted()) {
            jdbc.sql("insert into mute_act (account_id, muted_at, follow_id) values (?, ?, ?) on conflict do nothing")
                    .param(event.account().value())
                    .param(event.at().atOffset(ZoneOffset.UTC))
                    .param(event.follow().value())
                    .update();
        } else {
            jdbc.sql("delete from mute_act where follow_id = ? and muted_at between ? and ?")
                    .param(event.follow().value())
                    .param(event.at().minus(UNDO).atOffset(ZoneOffset.UTC))
                    .param(event.at().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** How many followers muted in [from, until). */
    long between(OfficialAccountId account, Instant from, Instant until) {
        return jdbc.sql("""
                        select count(distinct follow_id) from mute_act
                        where account_id = ? and muted_at >= ? and muted_at < ?""")
                .param(account.value())
                .param(from.atOffset(ZoneOffset.UTC))
                .param(until.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
