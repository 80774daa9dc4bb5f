package dev.parley.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.PartyRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Tables {@code conversation} and {@code conversation_member}. Who is a member of a conversation, under which alias, never changes once
 * it is committed; so what was found once is kept in memory, bounded, and needs no invalidation.
 */
@Component
class MemberRows {
    /** The two members of a conversation. */
    record Pair(Member low, Member high) {
        Optional<Membership> seenBy(ConversationId conversation, PartyRef viewer) {
            if (low.party().equals(viewer)) {
                return Optional.of(new Membership(conversation, low, high));
            }
            return high.party().equals(viewer)
                    ? Optional.of(new Membership(conversation, high, low))
                    : Optional.empty();
        }

        Member member(UUID party) {
            return low.party().id().equals(party) ? low : high;
        }
    }

    /** A conversation in somebody's list. */
    record Row(
            Membership membership, MemberSettings settings, Instant createdAt, MessageRows.@Nullable Row lastMessage) {}

    private static final String LIST = "select c.id as of_conversation, c.created_at, mine.pinned, mine.muted,"
            + " mine.party_id, mine.party_kind, mine.alias_id, mine.alias_kind,"
            + " other.party_id as other_party_id, other.party_kind as other_party_kind,"
            + " other.alias_id as other_alias_id, other.alias_kind as other_alias_kind, " + MessageRows.COLUMNS
            + """
                     from conversation_member mine
                    join conversation c on c.id = mine.conversation_id
                    join conversation_member other
                        on other.conversation_id = c.id and other.party_id <> mine.party_id
                    left join lateral (
                        select * from message where conversation_id = c.id order by sequence desc limit 1) m on true
                    where mine.party_id = ? and %s
                    order by coalesce(m.sent_at, c.created_at) desc, c.id desc limit %d""";

    private final JdbcTemplate jdbc;
    private final MessageRows messages;
    private final Cache<ConversationId, Pair> pairs;

    MemberRows(JdbcTemplate jdbc, MessageRows messages, ConversationProperties properties) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.pairs = Caffeine.newBuilder()
                .maximumSize(properties.cachedConversations())
                .build();
    }

    /** Creates a conversation; empty when the two have one already. */
    boolean insert(ConversationId id, Pair pair, Instant at) {
        var created = jdbc.update(
                """
                insert into conversation (id, low_party, high_party, created_at)
                values (?, least(?, ?), greatest(?, ?), ?) on conflict (low_party, high_party) do nothing""",
                id.value(),
                pair.low().party().id(),
                pair.high().party().id(),
                pair.low().party().id(),
                pair.high().party().id(),
                at.atOffset(ZoneOffset.UTC));
        if (created == 0) {
            return false;
        }
        for (var member : List.of(pair.low(), pair.high())) {
            jdbc.update(
                    """
                    insert into conversation_member (conversation_id, party_id, party_kind, alias_id, alias_kind)
                    values (?, ?, ?, ?, ?)""",
                    id.value(),
                    member.party().id(),
                    member.party().kind(),
                    member.alias().id(),
                    member.alias().kind());
        }
        return true;
    }

    Optional<ConversationId> between(PartyRef one, PartyRef other) {
        return jdbc
                .queryForList(
                        "select id from conversation where low_party = least(?, ?) and high_party = greatest(?, ?)",
                        UUID.class,
                        one.id(),
                        other.id(),
                        one.id(),
                        other.id())
                .stream()
                .map(ConversationId::new)
                .findFirst();
    }

    Optional<Membership> membership(ConversationId conversation, PartyRef viewer) {
        return Optional.ofNullable(pairs(List.of(conversation)).get(conversation))
                .flatMap(pair -> pair.seenBy(conversation, viewer));
    }

    /** The members of conversations; unknown ones are left out. */
    Map<ConversationId, Pair> pairs(Collection<ConversationId> conversations) {
        var known = new HashMap<>(pairs.getAllPresent(conversations));
        var unknown = new HashSet<>(conversations);
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty()) {
            var read = readPairs(unknown);
            pairs.putAll(read);
            known.putAll(read);
        }
        return known;
    }

    private Map<ConversationId, Pair> readPairs(Collection<ConversationId> conversations) {
        var members = new HashMap<ConversationId, List<Member>>();
        var ids = conversations.stream().map(ConversationId::value).toArray(UUID[]::new);
        jdbc.query("""
                select conversation_id, party_id, party_kind, alias_id, alias_kind from conversation_member
                where conversation_id = any (?) order by conversation_id, party_id""", ps -> ps.setArray(1, ps.getConnection().createArrayOf("uuid", ids)), rs -> {
            members.computeIfAbsent(
                            new ConversationId(rs.getObject("conversation_id", UUID.class)), _ -> new ArrayList<>())
                    .add(member(rs, ""));
        });
        var found = new HashMap<ConversationId, Pair>();
        members.forEach((conversation, two) -> found.put(conversation, new Pair(two.getFirst(), two.getLast())));
        return found;
    }

    List<Row> list(PartyRef party, int limit) {
        return jdbc.query(LIST.formatted("not mine.hidden", limit), (rs, _) -> listRow(rs), party.id());
    }

    List<Row> list(PartyRef party, Collection<ConversationId> conversations) {
        var ids = conversations.stream().map(ConversationId::value).toArray(UUID[]::new);
        return jdbc.query(
                LIST.formatted("c.id = any (?)", Math.max(1, ids.length)),
                ps -> {
                    ps.setObject(1, party.id());
                    ps.setArray(2, ps.getConnection().createArrayOf("uuid", ids));
                },
                (rs, _) -> listRow(rs));
    }

    boolean change(PartyRef member, ConversationId conversation, ChangeSettings settings) {
        return jdbc.update("""
                        update conversation_member set pinned = coalesce(?, pinned), muted = coalesce(?, muted)
                        where conversation_id = ? and party_id = ?""", settings.pinned(), settings.muted(), conversation.value(), member.id()) > 0;
    }

    /** The members whose view has changed. */
    List<PartyRef> show(ConversationId conversation) {
        return jdbc.query(
                """
                update conversation_member set hidden = false where conversation_id = ? and hidden
                returning party_kind, party_id""",
                (rs, _) -> new PartyRef(rs.getString("party_kind"), rs.getObject("party_id", UUID.class)),
                conversation.value());
    }

    boolean hide(PartyRef member, ConversationId conversation) {
        return jdbc.update("""
                        update conversation_member set hidden = true
                        where conversation_id = ? and party_id = ? and not hidden""", conversation.value(), member.id()) > 0;
    }

    private Row listRow(ResultSet rs) throws SQLException {
        var conversation = new ConversationId(rs.getObject("of_conversation", UUID.class));
        var lastMessage = rs.getObject("id", UUID.class) == null ? null : messages.row(rs);
        return new Row(
                new Membership(conversation, member(rs, ""), member(rs, "other_")),
                new MemberSettings(rs.getBoolean("pinned"), rs.getBoolean("muted")),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                lastMessage);
    }

    private static Member member(ResultSet rs, String prefix) throws SQLException {
        return new Member(
                new PartyRef(rs.getString(prefix + "party_kind"), rs.getObject(prefix + "party_id", UUID.class)),
                new PartyRef(rs.getString(prefix + "alias_kind"), rs.getObject(prefix + "alias_id", UUID.class)));
    }
}
