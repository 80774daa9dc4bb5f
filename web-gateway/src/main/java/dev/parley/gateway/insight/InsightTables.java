package dev.parley.gateway.insight;

import dev.parley.cost.Forecasts.Calibration;
import dev.parley.cost.PushCost;
import dev.parley.insight.Csv;
import dev.parley.insight.FollowerInsights.HourOfWeek;
import dev.parley.insight.FollowerInsights.ItemUse;
import dev.parley.insight.FollowerInsights.Retention;
import dev.parley.insight.FollowerInsights.Sources;
import dev.parley.insight.FollowerSeries;
import dev.parley.insight.PushInsight;
import dev.parley.kernel.MessageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Insight as tables for spreadsheets; an empty field is what is not shown of fewer than twenty people, or not known yet. */
final class InsightTables {
    private InsightTables() {}

    static String pushes(List<PushInsight> pushes, Map<MessageId, PushCost> costs) {
        var csv = new Csv()
                .row(
                        "Released at",
                        "Push message",
                        "Released by",
                        "Audience",
                        "Reached",
                        "At once",
                        "Held for the digest",
                        "Shown",
                        "Opened",
                        "Replied",
                        "Mutes in 48 h",
                        "Less in 48 h",
                        "Unfollows in 48 h",
                        "Blocks in 48 h",
                        "Reports in 48 h",
                        "Counts until",
                        "Cost in followers",
                        "Plus or minus",
                        "Would leave anyway",
                        "Links and who followed them");
        pushes.forEach(it -> {
            var cost = it.shown() == null ? null : costs.get(it.push().id());
            csv.row(
                    it.push().releasedAt(),
                    it.push().body().preview(),
                    it.push().releasedByName(),
                    it.push().audience(),
                    it.reached(),
                    it.atOnce(),
                    it.held(),
                    it.shown(),
                    it.opened(),
                    it.replied(),
                    it.mutes48h(),
                    it.less48h(),
                    it.unfollows48h(),
                    it.blocks48h(),
                    it.reports48h(),
                    it.countsUntil(),
                    cost == null ? null : number(cost.left().value()),
                    cost == null ? null : number(cost.left().margin()),
                    cost == null ? null : number(cost.usual()),
                    it.clicks().stream()
                            .map(click -> click.link() + " " + (click.people() == null ? "" : click.people()))
                            .collect(Collectors.joining(" | ")));
        });
        return csv.toString();
    }

    static String followers(FollowerSeries series) {
        var csv = new Csv().row("Date", "Followers", "Came", "Left");
        series.days().forEach(day -> csv.row(day.date(), day.followers(), day.came(), day.left()));
        return csv.toString();
    }

    static String sources(Sources sources) {
        var csv = new Csv().row("Source", "Followers");
        sources.sources().forEach(it -> csv.row(it.source().code(), it.followers()));
        return csv.row("others", sources.others()).toString();
    }

    static String retention(List<Retention> months) {
        var header = new ArrayList<Object>(List.of("Month", "Began"));
        for (var month = 0; month <= 12; month++) {
            header.add("After " + month + " months");
        }
        var csv = new Csv().row(header.toArray());
        months.forEach(it -> {
            var row = new ArrayList<@Nullable Object>();
            row.add(it.month());
            row.add(it.began());
            it.stayed().forEach(share -> row.add(number(share)));
            csv.row(row.toArray());
        });
        return csv.toString();
    }

    static String hours(List<HourOfWeek> hours) {
        var csv = new Csv().row("Day", "Hour", "Shown", "Opened");
        hours.forEach(it -> csv.row(it.day().name().toLowerCase(Locale.ROOT), it.hour(), it.shown(), it.opened()));
        return csv.toString();
    }

    static String items(List<ItemUse> uses) {
        var csv = new Csv().row("Item", "People", "Times");
        uses.forEach(it -> csv.row(it.item(), it.people(), it.times()));
        return csv.toString();
    }

    static String calibration(Calibration calibration) {
        var csv = new Csv().row("Forecast", "Meant to hold", "Held", "Of");
        calibration.opens().levels().forEach(it -> csv.row("opens", it.meant(), it.held(), it.of()));
        calibration.unfollows().levels().forEach(it -> csv.row("unfollows", it.meant(), it.held(), it.of()));
        return csv.toString();
    }

    private static Double number(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
