package dev.parley.follow;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.UserId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each account calls its followers. Never tell an account anything else about them (law 8). */
@Service
public class Followers {
    private final JdbcClient jdbc;

    Followers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What this account calls this user; empty when the user has never followed it. */
    @Transactional(readOnly = true)
    public Optional<FollowerId> follower(OfficialAccountId account, UserId user) {
        return jdbc.sql("select follower_id from follower where account_id = ? and user_id = ?")
                .params(account.value(), user.value())
                .query((row, number) -> new FollowerId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Whom this account means by this follower ID; empty for an ID of another account. For the server's own use. */
    @Transactional(readOnly = true)
    public Optional<UserId> user(OfficialAccountId account, FollowerId follower) {
        return jdbc.sql("select user_id from follower where account_id = ? and follower_id = ?")
                .params(account.value(), follower.value())
                .query((row, number) -> new UserId(row.getObject(1, UUID.class)))
                .optional();
    }
}
