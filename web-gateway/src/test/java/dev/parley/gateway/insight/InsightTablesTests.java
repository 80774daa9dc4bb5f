package dev.parley.gateway.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.account.OfficialAccountId;
import dev.parley.conversation.MessageBody;
import dev.parley.follow.FollowDay;
import dev.parley.follow.Source;
import dev.parley.insight.FollowerInsights.Retention;
import dev.parley.insight.FollowerInsights.Sources;
import dev.parley.insight.FollowerSeries;
import dev.parley.insight.PushInsight;
import dev.parley.kernel.MessageId;
import dev.parley.kernel.UserId;
import dev.parley.push.PushMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InsightTablesTests {
    @Test
    void leavesFieldsEmptyThatAreNotShownAndMakesNoFormulas() {
        var at = Instant.parse("2026-03-02T09:00:00Z");
        var push = new PushMessage(
                new MessageId(new UUID(1, 1)),
                new OfficialAccountId(new UUID(1, 2)),
                7,
                new MessageBody.Text("=1+1, \"fresh\""),
                3,
                new UserId(new UUID(1, 3)),
                "Edda",
                at);
        var insight = new PushInsight(
                push, null, null, null, null, null, null, List.of(), null, null, null, null, null, at.plusSeconds(60));

        var lines = InsightTables.pushes(List.of(insight), Map.of()).lines().toList();

        assertThat(lines.get(0)).startsWith("Released at,Push message,");
        assertThat(lines.get(1))
                .isEqualTo("2026-03-02T09:00:00Z,\"'=1+1, \"\"fresh\"\"\",Edda,3,,,,,,,,,,,,2026-03-02T09:01:00Z,,,,");
    }

    @Test
    void putsOneRowUnderTheHeaderForEachThing() {
        var series =
                new FollowerSeries(2, 1, 1, 0, List.of(new FollowDay(LocalDate.of(2026, 3, 2), 2, 1, 0)), List.of());
        assertThat(InsightTables.followers(series)).isEqualTo("Date,Followers,Came,Left\r\n2026-03-02,2,1,0\r\n");

        var sources = new Sources(61, List.of(new Sources.BySource(Source.QR, 41)), 20);
        assertThat(InsightTables.sources(sources)).isEqualTo("Source,Followers\r\nqr,41\r\nothers,20\r\n");

        var retention = List.of(
                new Retention(LocalDate.of(2026, 1, 1), null, List.of()),
                new Retention(LocalDate.of(2026, 2, 1), 40L, List.of(1.0, 0.975)));
        assertThat(InsightTables.retention(retention)).endsWith("2026-01-01,\r\n2026-02-01,40,1.0,0.975\r\n");
    }
}
