package dev.parley.gateway.session;

import dev.parley.kernel.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Answers that are kept for a day to be given again; the primary key decides which of two equal requests is handled. */
@Component
class AnswersToRepeat {
    private static final Duration KEPT = Duration.ofDays(1);

    /** After this long without an answer the node that handled the request is taken for dead. */
    private static final Duration ABANDONED = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    AnswersToRepeat(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is to be done with a request. */
    sealed interface Claim {
        /** It is the first: handle it. */
        record Ours() implements Claim {}

        /** It was answered before. */
        @SuppressWarnings("ArrayRecordComponent") // bytes on their way out; never compared
        record Answered(int status, @Nullable String contentType, byte[] body) implements Claim {}

        /** An equal one is being handled now. */
        record BeingHandled() implements Claim {}

        /** The key belongs to a different request. */
        record OfAnother() implements Claim {}
    }

    Claim claim(UserId user, String key, byte[] requestHash) {
        var now = clock.instant();
        var claimed = jdbc.sql("""
                        insert into answer_to_repeat (user_id, idempotency_key, request_hash, begun_at) values (?, ?, ?, ?)
                        on conflict (user_id, idempotency_key) do update
                        set request_hash = excluded.request_hash, begun_at = excluded.begun_at, status = null,
                            content_type = null, body = null
                        where answer_to_repeat.begun_at < ?
                           or (answer_to_repeat.status is null and answer_to_repeat.begun_at < ?)""")
                .param(user.value())
                .param(key)
                .param(requestHash)
                .param(time(now))
                .param(time(now.minus(KEPT)))
                .param(time(now.minus(ABANDONED)))
                .update();
        if (claimed == 1) {
            return new Claim.Ours();
        }
        return jdbc.sql("""
                        select request_hash, status, content_type, body from answer_to_repeat
                        where user_id = ? and idempotency_key = ?""")
                .param(user.value())
                .param(key)
                .query((row, _) -> {
                    if (!Arrays.equals(row.getBytes("request_hash"), requestHash)) {
                        return new Claim.OfAnother();
                    }
                    var status = row.getInt("status");
                    return row.wasNull()
                            ? new Claim.BeingHandled()
                            : (Claim) new Claim.Answered(status, row.getString("content_type"), row.getBytes("body"));
                })
                .optional()
                .orElseGet(Claim.BeingHandled::new);
    }

    void answered(UserId user, String key, int status, @Nullable String contentType, byte[] body) {
        jdbc.sql("""
                        update answer_to_repeat set status = ?, content_type = ?, body = ?
                        where user_id = ? and idempotency_key = ?""")
                .param(status)
                .param(contentType)
                .param(body)
                .param(user.value())
                .param(key)
                .update();
    }

    /** The request was refused and changed nothing: the key can be used again. */
    void forget(UserId user, String key) {
        jdbc.sql("delete from answer_to_repeat where user_id = ? and idempotency_key = ? and status is null")
                .param(user.value())
                .param(key)
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forgetOld() {
        jdbc.sql("delete from answer_to_repeat where begun_at < ?")
                .param(time(clock.instant().minus(KEPT)))
                .update();
    }

    private static Object time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
