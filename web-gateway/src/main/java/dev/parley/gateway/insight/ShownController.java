package dev.parley.gateway.insight;

import dev.parley.gateway.problem.FieldProblem;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.insight.Insights;
import dev.parley.insight.Seen;
import dev.parley.kernel.MessageId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a user's screen has shown, so that the account learns how many saw it and never who. */
@RestController
@Tag(name = "Follows")
class ShownController {
    private static final int MOST_LINKS = 20;

    private final Insights insights;

    ShownController(Insights insights) {
        this.insights = insights;
    }

    /** What was shown since the last report. */
    @Schema(name = "ShownReport")
    record Report(
            @Schema(description = "at most 500", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<@Nullable Item> items) {}

    /** One push message that was shown. */
    @Schema(name = "ShownItem")
    record Item(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            UUID push,

            @Schema(description = "whether its link or picture was opened") @Nullable
            Boolean opened,

            @Schema(description = "links of it that were followed, at most 20") @Nullable
            List<@Nullable String> links) {
        Seen seen() {
            if (push == null) {
                throw new IllegalArgumentException("an item names a push message");
            }
            var followed = links == null
                    ? List.<String>of()
                    : links.stream().filter(Objects::nonNull).limit(MOST_LINKS).toList();
            return new Seen(new MessageId(push), Boolean.TRUE.equals(opened), followed);
        }
    }

    @PostMapping("/api/v1/push-messages/shown")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Report what was shown",
            description =
                    "Counted once per push message and follower, however often it is said. What I could not have got"
                            + " is passed over.")
    void shown(@AuthenticationPrincipal SignedIn me, @RequestBody Report report) {
        var items = report.items() == null ? List.<@Nullable Item>of() : report.items();
        if (items.size() > Insights.MOST_SEEN) {
            throw Problem.INVALID_REQUEST.because(
                    "Some fields are not valid.",
                    List.of(new FieldProblem(
                            "items",
                            "count",
                            String.valueOf(items.size()),
                            String.valueOf(Insights.MOST_SEEN),
                            "are too many at once")));
        }
        insights.record(
                me.user(),
                items.stream()
                        .filter(Objects::nonNull)
                        .filter(item -> item.push() != null)
                        .map(Item::seen)
                        .toList());
    }
}
