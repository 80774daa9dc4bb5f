package dev.parley.gateway.standing;

import dev.parley.account.OfficialAccountId;
import dev.parley.cost.Annoyance;
import dev.parley.cost.Costs;
import dev.parley.sanction.Appeal;
import dev.parley.sanction.Sanction;
import dev.parley.sanction.ScoreRule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The annoyance score as everybody sees it, alike for followers, company and operators; and sanctions as company and operators see them. */
@Component
class StandingViews {
    private static final int DAYS = 90;

    private final Costs costs;

    StandingViews(Costs costs) {
        this.costs = costs;
    }

    /** The annoyance score of an account, 0 to 10, with the parts that add up to it; null with fewer than twenty showings in thirty days. */
    @Schema(name = "Annoyance")
    record AnnoyanceView(
            @Nullable Double score,

            @Schema(description = "half the width of the interval") @Nullable
            Double margin,

            @Schema(
                    allowableValues = {"calm", "fine", "tiring", "loud"},
                    description = "calm below 2, fine below 4, tiring below 7, loud from there on")
            @Nullable
            String word,

            @Schema(description = "per thousand times shown: followers laid to push messages who left") @Nullable
            Double unfollowed,

            @Schema(description = "half of those who muted") @Nullable
            Double muted,

            @Schema(description = "a quarter of those who chose less") @Nullable
            Double less,

            @Schema(description = "three times those who reported") @Nullable
            Double reported,

            @Schema(description = "of the accounts of the same category; null when fewer than three have a score")
            @Nullable
            Double median) {}

    /** The score at the end of a day. */
    @Schema(name = "AnnoyanceDay")
    record DayView(String date, @Nullable Double score) {}

    /** A sanction. */
    @Schema(name = "Sanction")
    record SanctionView(
            UUID id,

            @Schema(allowableValues = {"warn", "slow", "pause", "hide"})
            String step,

            Instant since,
            @Nullable Instant until,
            String reason,

            @Schema(description = "whether a rule did it and not an operator")
            boolean byRule,

            String byName,
            @Nullable Instant endedAt,
            @Nullable String endedReason) {
        static SanctionView of(Sanction sanction) {
            return new SanctionView(
                    sanction.id(),
                    sanction.step().code(),
                    sanction.since(),
                    sanction.until(),
                    sanction.reason(),
                    sanction.byRule(),
                    sanction.byName(),
                    sanction.endedAt(),
                    sanction.endedReason());
        }
    }

    /** An appeal. */
    @Schema(name = "Appeal")
    record AppealView(
            UUID id,
            UUID account,
            UUID sanction,
            String text,
            String byName,
            Instant at,

            @Schema(allowableValues = {"lifted", "kept"}) @Nullable
            String decision,

            @Nullable Instant decidedAt,
            @Nullable String decidedByName,
            @Nullable String decisionReason) {
        static AppealView of(Appeal appeal) {
            return new AppealView(
                    appeal.id(),
                    appeal.account().value(),
                    appeal.sanction(),
                    appeal.text(),
                    appeal.byName(),
                    appeal.at(),
                    appeal.decision() == null ? null : appeal.decision().name().toLowerCase(Locale.ROOT),
                    appeal.decidedAt(),
                    appeal.decidedByName(),
                    appeal.decisionReason());
        }
    }

    /** What follows from a score. */
    @Schema(name = "ScoreRule")
    record RuleView(
            @Schema(allowableValues = {"above", "below"}) String side,

            double score,

            @Schema(description = "for so many days in a row")
            int days,

            @Schema(allowableValues = {"warn", "slow", "pause", "hide", "quota"})
            String effect,

            @Schema(description = "releases a month that are added to the quota; for quota only")
            int amount,

            @Schema(description = "how long a sanction lasts")
            int lastingDays) {
        static RuleView of(ScoreRule rule) {
            return new RuleView(
                    rule.side().code(),
                    rule.score(),
                    rule.days(),
                    rule.effect().code(),
                    rule.amount(),
                    rule.lastingDays());
        }
    }

    /** How an account stands. */
    @Schema(name = "Standing")
    record StandingView(
            AnnoyanceView annoyance,
            List<DayView> days,
            @Nullable SanctionView sanction,

            @Schema(description = "all sanctions, the newest first")
            List<SanctionView> sanctions,

            @Schema(description = "all appeals, the newest first")
            List<AppealView> appeals,

            List<RuleView> rules) {}

    AnnoyanceView annoyance(OfficialAccountId account) {
        var median = costs.medianOfCategory(account).orElse(null);
        return costs.annoyance(account)
                .map(score -> of(score, median))
                .orElseGet(() -> new AnnoyanceView(null, null, null, null, null, null, null, median));
    }

    private static AnnoyanceView of(Annoyance score, @Nullable Double median) {
        return new AnnoyanceView(
                score.score(),
                score.margin(),
                score.word().name().toLowerCase(Locale.ROOT),
                score.unfollowed(),
                score.muted(),
                score.less(),
                score.reported(),
                median);
    }

    List<DayView> days(OfficialAccountId account, ZoneId zone) {
        return costs.scores(account, DAYS, zone).stream()
                .map(day -> new DayView(day.date().toString(), day.score()))
                .toList();
    }
}
