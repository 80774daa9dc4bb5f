package dev.parley.push;

import static java.util.Objects.requireNonNull;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.UserId;
import dev.parley.push.Dosage.AnswersOnly;
import dev.parley.push.Dosage.AtMost;
import dev.parley.push.Dosage.DigestOnly;
import dev.parley.push.Dosage.Everything;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The choices of followers, table {@code dosage_choice}: one row per user, account and place in the push stream from
 * which the choice is in force. A second choice at the same place replaces the first, since it never decided anything.
 * Rows stay as long as push messages are read.
 */
@Repository
class ChoiceStore {
    private static final String COLUMNS = "after_sequence, chosen_at, dosage, at_most, period, time_zone";

    private final JdbcClient jdbc;

    ChoiceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All choices of one user, by account, oldest first. */
    Map<OfficialAccountId, List<Choice>> ofUser(UserId user) {
        var choices = new HashMap<OfficialAccountId, List<Choice>>();
        jdbc.sql("select account_id, " + COLUMNS
                        + " from dosage_choice where user_id = ? order by account_id, after_sequence")
                .param(user.value())
                .query((RowCallbackHandler) row -> choices.computeIfAbsent(
                                new OfficialAccountId(row.getObject("account_id", UUID.class)), _ -> new ArrayList<>())
                        .add(choice(row)));
        return choices;
    }

    /** The choices of one user for one account, oldest first. */
    List<Choice> of(UserId user, OfficialAccountId account) {
        return jdbc.sql("select " + COLUMNS
                        + " from dosage_choice where user_id = ? and account_id = ? order by after_sequence")
                .param(user.value())
                .param(account.value())
                .query((row, _) -> choice(row))
                .list();
    }

    /** The choices of these users for one account, by user, oldest first; users who never chose are left out. */
    Map<UserId, List<Choice>> of(OfficialAccountId account, Collection<UserId> users) {
        var choices = new HashMap<UserId, List<Choice>>();
        jdbc.sql(
                        "select user_id, " + COLUMNS
                                + " from dosage_choice where account_id = ? and user_id = any(?) order by user_id, after_sequence")
                .param(account.value())
                .param(users.stream().map(UserId::value).toArray(UUID[]::new))
                .query((RowCallbackHandler) row -> choices.computeIfAbsent(
                                new UserId(row.getObject("user_id", UUID.class)), _ -> new ArrayList<>())
                        .add(choice(row)));
        return choices;
    }

    /** Hands over whoever has ever chosen for this account, one user at a time with their choices, oldest first. */
    void eachChooser(OfficialAccountId account, BiConsumer<UserId, List<Choice>> consumer) {
        var gathered = new Object() {
            @Nullable
            UUID user;

            List<Choice> choices = new ArrayList<>();
        };
        jdbc.sql("select user_id, " + COLUMNS
                        + " from dosage_choice where account_id = ? order by user_id, after_sequence")
                .param(account.value())
                .query((RowCallbackHandler) row -> {
                    var user = row.getObject("user_id", UUID.class);
                    if (gathered.user != null && !gathered.user.equals(user)) {
                        consumer.accept(new UserId(gathered.user), gathered.choices);
                        gathered.choices = new ArrayList<>();
                    }
                    gathered.user = user;
                    gathered.choices.add(choice(row));
                });
        if (gathered.user != null) {
            consumer.accept(new UserId(gathered.user), gathered.choices);
        }
    }

    /** Stores a choice; one at the same place is replaced. */
    void put(UserId user, OfficialAccountId account, Choice choice, boolean less) {
        var atMost = choice.dosage() instanceof AtMost it ? it : null;
        jdbc.sql("""
                        insert into dosage_choice
                            (user_id, account_id, after_sequence, chosen_at, dosage, at_most, period, time_zone, less)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (user_id, account_id, after_sequence) do update set
                            chosen_at = excluded.chosen_at, dosage = excluded.dosage, at_most = excluded.at_most,
                            period = excluded.period, time_zone = excluded.time_zone, less = excluded.less""")
                .param(user.value())
                .param(account.value())
                .param(choice.afterSequence())
                .param(time(choice.at()))
                .param(name(choice.dosage()))
                .param(atMost == null ? null : atMost.count())
                .param(atMost == null ? null : atMost.period().name().toLowerCase(Locale.ROOT))
                .param(choice.zone().getId())
                .param(less)
                .update();
    }

    /** How many followers chose less in [from, until). */
    long lessChosen(OfficialAccountId account, Instant from, Instant until) {
        return jdbc.sql("""
                        select count(distinct user_id) from dosage_choice
                        where account_id = ? and less and chosen_at >= ? and chosen_at < ?""")
                .param(account.value())
                .param(time(from))
                .param(time(until))
                .query(Long.class)
                .single();
    }

    private static Choice choice(ResultSet row) throws SQLException {
        return new Choice(
                row.getLong("after_sequence"),
                row.getObject("chosen_at", OffsetDateTime.class).toInstant(),
                dosage(row.getString("dosage"), row.getInt("at_most"), row.getString("period")),
                ZoneId.of(row.getString("time_zone")));
    }

    private static Dosage dosage(String name, int atMost, @Nullable String period) {
        return switch (name) {
            case "everything" -> new Everything();
            case "at-most" ->
                new AtMost(atMost, Dosage.Period.valueOf(requireNonNull(period).toUpperCase(Locale.ROOT)));
            case "digest" -> new DigestOnly();
            case "answers-only" -> new AnswersOnly();
            default -> throw new IllegalStateException("dosage_choice holds the unknown dosage " + name);
        };
    }

    private static String name(Dosage dosage) {
        return switch (dosage) {
            case Everything _ -> "everything";
            case AtMost _ -> "at-most";
            case DigestOnly _ -> "digest";
            case AnswersOnly _ -> "answers-only";
        };
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
