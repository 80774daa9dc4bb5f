package dev.parley.care;

import dev.parley.account.OfficialAccountId;
import dev.parley.care.CareReport.Figures;
import dev.parley.desk.TagId;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How an account's followers are cared for. */
@Service
public class Care {
    private static final int MOST_CASES = 50;
    private static final String FIGURES = """
            count(*) as cases, count(first_answer_at) as answered, count(closed_at) as closed,
            percentile_cont(0.5) within group (order by extract(epoch from first_answer_at - opened_at)) as first_median,
            percentile_cont(0.9) within group (order by extract(epoch from first_answer_at - opened_at)) as first_slow,
            percentile_cont(0.5) within group (order by extract(epoch from closed_at - opened_at)) as resolution,
            count(rating) as ratings, avg(rating) as rating_average
            """;

    private final JdbcClient jdbc;
    private final Cases cases;
    private final SatisfactionQuestions questions;

    Care(JdbcClient jdbc, Cases cases, SatisfactionQuestions questions) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.questions = questions;
    }

    /** Asks the followers whose conversations were closed long enough ago; done by the clock, too. Asks nobody twice. */
    public void askDue() {
        questions.askDue();
    }

    /** The newest 50 cases of a conversation, newest first. */
    @Transactional(readOnly = true)
    public List<CareCase> cases(OfficialAccountId account, ConversationId conversation) {
        return cases.of(account, conversation, MOST_CASES);
    }

    /** A stretch of time. @param zone in which its days begin */
    public record Stretch(Instant from, Instant to, ZoneId zone) {}

    /** All cases that began in that stretch, together and apart. */
    @Transactional(readOnly = true)
    public CareReport report(OfficialAccountId account, Stretch stretch) {
        var all = read(account, stretch, "true", "", (row, _) -> figures(row)).getFirst();
        var day = "cast(opened_at at time zone :zone as date)";
        return new CareReport(
                all,
                read(
                        account,
                        stretch,
                        day,
                        "",
                        (row, _) -> new CareReport.OfDay(row.getObject("key", LocalDate.class), figures(row))),
                read(
                        account,
                        stretch,
                        "first_answer_by",
                        "and first_answer_by is not null",
                        (row, _) -> new CareReport.OfAgent(new UserId(row.getObject("key", UUID.class)), figures(row))),
                read(
                        account,
                        stretch,
                        "tag",
                        "and tag is not null",
                        (row, _) -> new CareReport.OfTag(new TagId(row.getObject("key", UUID.class)), figures(row))));
    }

    private <T> List<T> read(
            OfficialAccountId account, Stretch stretch, String key, String condition, RowMapper<T> mapper) {
        var from = key.equals("tag") ? "care_case, unnest(tag_ids) as tag" : "care_case";
        var grouped = key.equals("true") ? "" : " group by 1 order by 1";
        var statement = jdbc.sql("select " + key + " as key, " + FIGURES + " from " + from
                        + " where account_id = :account and opened_at >= :from and opened_at < :to " + condition
                        + grouped)
                .param("account", account.value())
                .param("from", Cases.timestamp(stretch.from()))
                .param("to", Cases.timestamp(stretch.to()));
        return (key.contains(":zone") ? statement.param("zone", stretch.zone().getId()) : statement)
                .query(mapper)
                .list();
    }

    private static Figures figures(ResultSet row) throws SQLException {
        var average = row.getBigDecimal("rating_average");
        return new Figures(
                row.getLong("cases"),
                row.getLong("answered"),
                row.getLong("closed"),
                seconds(row, "first_median"),
                seconds(row, "first_slow"),
                seconds(row, "resolution"),
                row.getLong("ratings"),
                average == null ? null : Math.round(average.doubleValue() * 100) / 100.0);
    }

    private static @Nullable Long seconds(ResultSet row, String column) throws SQLException {
        var seconds = row.getDouble(column);
        return row.wasNull() ? null : Math.round(seconds);
    }
}
