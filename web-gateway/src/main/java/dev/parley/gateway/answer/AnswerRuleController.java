package dev.parley.gateway.answer;

import dev.parley.account.OfficialAccountId;
import dev.parley.account.Role;
import dev.parley.answer.AnswerRule;
import dev.parley.answer.AnswerRules;
import dev.parley.answer.Verdict;
import dev.parley.draft.NewMessageBody;
import dev.parley.gateway.Items;
import dev.parley.gateway.Outcomes;
import dev.parley.gateway.account.AccountAccess;
import dev.parley.gateway.conversation.BodyView;
import dev.parley.gateway.conversation.MessageBodies;
import dev.parley.gateway.problem.FieldProblem;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.kernel.Ids;
import dev.parley.kernel.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The rules by which the machine answers. Owners and editors change them; agents read and try them. */
@RestController
@RequestMapping("/api/v1/accounts/{id}/answer-rules")
@Tag(name = "Automatic answers", description = "What the machine answers in an account's name, until a person does.")
class AnswerRuleController {
    private static final int LONGEST_TEXT = 4_000;
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final AnswerRules rules;
    private final MessageBodies bodies;
    private final AccountAccess access;
    private final Clock clock;

    AnswerRuleController(AnswerRules rules, MessageBodies bodies, AccountAccess access, Clock clock) {
        this.rules = rules;
        this.bodies = bodies;
        this.access = access;
        this.clock = clock;
    }

    /** A rule. */
    @Schema(name = "AnswerRule", description = "When the machine answers, and what.")
    record RuleView(
            UUID id,
            String name,
            boolean enabled,
            AnswerRule.Trigger trigger,
            List<String> words,
            AnswerRule.At hours,
            List<BodyView> bodies) {
        static RuleView of(AnswerRule rule) {
            return new RuleView(
                    rule.id(),
                    rule.name(),
                    rule.enabled(),
                    rule.trigger(),
                    rule.words(),
                    rule.hours(),
                    rule.bodies().stream().map(BodyView::of).toList());
        }
    }

    /** Body of a rule. */
    @Schema(name = "NewAnswerRule", description = "Enabled and always, unless said otherwise.")
    record NewRule(
            @Schema(minLength = 1, maxLength = 60, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String name,

            @Nullable Boolean enabled,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            AnswerRule.@Nullable Trigger trigger,

            @Schema(description = "1 to 30 of 1 to 60 characters; none for any message") @Nullable
            List<String> words,

            AnswerRule.@Nullable At hours,

            @Schema(description = "1 to 5 messages", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<NewMessageBody> bodies) {}

    /** Body of an order. */
    @Schema(name = "AnswerRuleOrder")
    record NewOrder(
            @Schema(description = "each rule once", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<UUID> order) {}

    /** Body of a trial. @param at now when absent */
    @Schema(name = "NewAnswerTrial")
    record NewTrial(
            @Schema(maxLength = 4000, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String text,

            @Nullable Instant at) {}

    /** What would happen. @param answering the rule that would answer; null when none fits */
    @Schema(name = "AnswerTrial", description = "What the machine would make of a message.")
    record TrialView(boolean asksForPerson, @Nullable UUID answering, List<JudgedView> rules) {}

    /** A rule in a trial, and why it would answer or not. */
    @Schema(name = "JudgedRule")
    record JudgedView(UUID rule, String name, Verdict.Reason reason) {}

    @GetMapping
    @Operation(summary = "List the rules", description = "In the order in which they are asked.")
    Items<RuleView> list(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        return new Items<>(rules.of(reading(me, id)).stream().map(RuleView::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a rule", description = "At the end. Owners and editors.")
    RuleView add(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody NewRule body) {
        var account = writing(me, id);
        return RuleView.of(Outcomes.value(rules.add(account, me.user(), read(body, Ids.next(), me.user(), account))));
    }

    @PutMapping("/{rule}")
    @Operation(summary = "Change a rule", description = "It keeps its place. Owners and editors.")
    RuleView change(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID rule,
            @RequestBody NewRule body) {
        var account = writing(me, id);
        return RuleView.of(Outcomes.value(rules.change(account, me.user(), read(body, rule, me.user(), account))));
    }

    @DeleteMapping("/{rule}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a rule away", description = "Owners and editors. Repeated: same answer.")
    void remove(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @PathVariable UUID rule) {
        rules.remove(writing(me, id), me.user(), rule);
    }

    @PutMapping("/order")
    @Operation(summary = "Order the rules", description = "The first that fits answers. Owners and editors.")
    Items<RuleView> order(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody NewOrder body) {
        var account = writing(me, id);
        var order = body.order();
        if (order == null || order.stream().anyMatch(Objects::isNull)) {
            throw missing("order");
        }
        return new Items<>(Outcomes.value(rules.order(account, me.user(), order)).stream()
                .map(RuleView::of)
                .toList());
    }

    @PostMapping("/trials")
    @Operation(
            summary = "Try the rules",
            description =
                    "Shows which rule would answer a message at a moment, and why the others would not. Nothing is sent.")
    TrialView trial(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody NewTrial body) {
        var account = reading(me, id);
        var text = body.text();
        if (text == null || text.length() > LONGEST_TEXT) {
            throw missing("text");
        }
        var now = clock.instant();
        var at = body.at() == null ? now : body.at();
        if (Duration.between(now, at).abs().compareTo(FARTHEST) > 0) {
            throw Problem.INVALID_REQUEST.because(
                    "Some fields are not valid.",
                    List.of(new FieldProblem("at", "range", null, "366 days", "This is more than a year away.")));
        }
        var verdict = rules.test(account, text, at);
        return new TrialView(
                verdict.asksForPerson(),
                verdict.answering().map(AnswerRule::id).orElse(null),
                verdict.judged().stream()
                        .map(each ->
                                new JudgedView(each.rule().id(), each.rule().name(), each.reason()))
                        .toList());
    }

    private OfficialAccountId reading(SignedIn me, UUID id) {
        return access.as(me, id, Role.OWNER, Role.EDITOR, Role.AGENT).account();
    }

    private OfficialAccountId writing(SignedIn me, UUID id) {
        return access.as(me, id, Role.OWNER, Role.EDITOR).account();
    }

    private AnswerRule read(NewRule body, UUID id, UserId by, OfficialAccountId account) {
        var trigger = body.trigger();
        if (trigger == null) {
            throw missing("trigger");
        }
        var words = body.words() == null ? List.<String>of() : body.words();
        var given = body.bodies() == null ? List.<NewMessageBody>of() : body.bodies();
        if (words.stream().anyMatch(Objects::isNull)) {
            throw missing("words");
        }
        return new AnswerRule(
                id,
                body.name() == null ? "" : body.name().strip(),
                body.enabled() == null || body.enabled(),
                trigger,
                words.stream().map(String::strip).toList(),
                body.hours() == null ? AnswerRule.At.ALWAYS : body.hours(),
                given.stream()
                        .map(each -> bodies.acceptAutomatic(each, by, account))
                        .toList());
    }

    private static RuntimeException missing(String field) {
        return Problem.INVALID_REQUEST.because(
                "Some fields are not valid.",
                List.of(new FieldProblem(field, "present", null, null, "This must be given, and not be too long.")));
    }
}
