package dev.parley.account;

import dev.parley.kernel.Page;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds accounts by words. Each word of a query must begin a word of the account ({@code words}, a text search vector that
 * the database keeps); an exact handle comes first, then names and handles that begin with the query, then by rank.
 */
@Component
class Directory {
    private final JdbcClient jdbc;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the handle is free. Held until the end of the transaction, so that two openers cannot both be told yes. */
    boolean claim(String handle) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('official_account.handle'), hashtext(?))")
                .param(handle)
                .query((row, number) -> handle)
                .single();
        return !jdbc.sql("select exists (select from official_account where handle = ?)")
                .param(handle)
                .query(Boolean.class)
                .single();
    }

    void hide(UUID account, boolean hidden) {
        jdbc.sql("update official_account set hidden = ? where id = ? and hidden <> ?")
                .params(hidden, account, hidden)
                .update();
    }

    List<UUID> search(String query, int limit) {
        var words = words(query);
        if (words.isEmpty()) {
            // Nothing to look for, or nothing but punctuation.
            return query.isBlank() ? newest(limit) : List.of();
        }
        return jdbc.sql("""
                        select id from official_account
                        where state = 'verified' and not hidden and words @@ to_tsquery('simple', :words)
                        order by handle = :query desc,
                                 starts_with(handle, :query) or starts_with(lower(name), :query) desc,
                                 ts_rank(words, to_tsquery('simple', :words)) desc, name, id
                        limit :limit""")
                .param("words", words)
                .param("query", plain(query))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    private List<UUID> newest(int limit) {
        return jdbc.sql("""
                        select id from official_account where state = 'verified' and not hidden
                        order by created_at desc, id limit ?""").param(limit).query(UUID.class).list();
    }

    Page<UUID> list(@Nullable AccountState state, @Nullable String query, @Nullable String cursor, int limit) {
        var words = query == null ? "" : words(query);
        if (query != null && !query.isBlank() && words.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        var after = cursor == null ? null : Place.parse(cursor);
        var found = jdbc.sql("""
                        select id, state_since from official_account
                        where (cast(:state as text) is null or state = :state)
                          and (:words = '' or words @@ to_tsquery('simple', :words))
                          and (cast(:since as timestamptz) is null
                               or (state_since, id) > (cast(:since as timestamptz), cast(:id as uuid)))
                        order by state_since, id
                        limit :limit""")
                .param("state", state == null ? null : state.code())
                .param("words", words)
                .param("since", after == null ? null : Timestamp.from(after.since()))
                .param("id", after == null ? null : after.id())
                .param("limit", limit + 1)
                .query((row, number) ->
                        new Place(row.getTimestamp("state_since").toInstant(), row.getObject("id", UUID.class)))
                .list();
        var items = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? items.getLast().format() : null;
        return new Page<>(items.stream().map(Place::id).toList(), next);
    }

    Map<AccountState, Long> counts() {
        var counts = new EnumMap<AccountState, Long>(AccountState.class);
        Arrays.stream(AccountState.values()).forEach(state -> counts.put(state, 0L));
        jdbc.sql("select state, count(*) as accounts from official_account group by state")
                .query(row -> {
                    counts.put(
                            AccountState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                            row.getLong("accounts"));
                });
        return counts;
    }

    /** The query for the text search: all words, each as a beginning. Letters and digits only, so nothing can break out. */
    private static String words(String query) {
        return Arrays.stream(plain(query).split("[^\\p{L}\\p{N}\\p{M}]+"))
                .filter(word -> !word.isEmpty())
                .limit(8)
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & "));
    }

    private static String plain(String query) {
        var text = query.strip().toLowerCase(Locale.ROOT).replace("\0", "");
        var withoutAt = text.startsWith("@") ? text.substring(1) : text;
        return withoutAt.length() <= 100 ? withoutAt : withoutAt.substring(0, 100);
    }

    /** Where a page of the operators' list ends. */
    private record Place(Instant since, UUID id) {
        /** Throws {@link IllegalArgumentException} for anything but what {@link #format()} wrote. */
        static Place parse(String cursor) {
            var parts = cursor.split("~", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("not a cursor of this list");
            }
            try {
                return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (java.time.DateTimeException e) {
                throw new IllegalArgumentException("not a cursor of this list", e);
            }
        }

        String format() {
            return since + "~" + id;
        }
    }
}
