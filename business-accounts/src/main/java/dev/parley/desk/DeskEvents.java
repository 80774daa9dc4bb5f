package dev.parley.desk;

import dev.parley.account.OfficialAccountId;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.Changes;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.Ids;
import dev.parley.kernel.UserId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened to conversations besides messages, table {@code desk_event}; kept as long as the conversation. */
@Service
public class DeskEvents {
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Clock clock;

    DeskEvents(JdbcClient jdbc, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
    }

    /** The newest 500 events of a conversation, oldest first. */
    @Transactional(readOnly = true)
    public List<DeskEvent> of(OfficialAccountId account, ConversationId conversation) {
        return jdbc.sql("select event_id, at, kind, actor_id, detail from desk_event"
                        + " where account_id = ? and conversation_id = ? order by event_id desc limit ?")
                .params(account.value(), conversation.value(), MOST)
                .query((row, _) -> {
                    var actor = row.getObject("actor_id", UUID.class);
                    return new DeskEvent(
                            row.getObject("event_id", UUID.class),
                            row.getObject("at", java.time.OffsetDateTime.class).toInstant(),
                            DeskEvent.Kind.of(row.getString("kind")),
                            actor == null ? null : new UserId(actor),
                            row.getString("detail"));
                })
                .list()
                .reversed();
    }

    /** Writes down what a rule or a follower has brought about, in the caller's transaction if there is one. */
    @Transactional
    public void happened(
            OfficialAccountId account, ConversationId conversation, DeskEvent.Kind kind, @Nullable String detail) {
        add(account, conversation, kind, null, detail);
        changes.announce(account.party(), ChangedThing.DESK, conversation.value());
    }

    void add(
            OfficialAccountId account,
            ConversationId conversation,
            DeskEvent.Kind kind,
            @Nullable UserId actor,
            @Nullable String detail) {
        jdbc.sql("insert into desk_event (account_id, conversation_id, event_id, at, kind, actor_id, detail)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(1, account.value())
                .param(2, conversation.value())
                .param(3, Ids.next())
                .param(4, DeskStore.timestamp(clock.instant()))
                .param(5, kind.code())
                .param(6, actor == null ? null : actor.value())
                .param(7, detail)
                .update();
    }
}
