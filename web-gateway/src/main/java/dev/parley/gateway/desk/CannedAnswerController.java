package dev.parley.gateway.desk;

import dev.parley.gateway.Items;
import dev.parley.gateway.Outcomes;
import dev.parley.gateway.session.SignedIn;
import dev.parley.note.CannedAnswer;
import dev.parley.note.CannedAnswers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** Words that a team says often, called by a slash and a shortcut. */
@RestController
@RequestMapping("/api/v1/accounts/{id}/desk/canned-answers")
@Tag(name = "Desk", description = "What followers write, for owners and agents.")
class CannedAnswerController {
    private final CannedAnswers answers;
    private final DeskAccess access;

    CannedAnswerController(CannedAnswers answers, DeskAccess access) {
        this.answers = answers;
        this.access = access;
    }

    /** Body of a canned answer. */
    @Schema(
            name = "NewCannedAnswer",
            description =
                    "{account}, {agent}, {follower}, {opening time} and {closing time} in the text are filled in where it is"
                            + " used.")
    record NewAnswer(
            @Schema(minLength = 1, maxLength = 30, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String shortcut,

            @Schema(minLength = 1, maxLength = 4000, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String text) {
        String shortcutOrNothing() {
            return shortcut == null ? "" : shortcut;
        }

        String textOrNothing() {
            return text == null ? "" : text;
        }
    }

    @GetMapping
    @Operation(summary = "List the canned answers", description = "By shortcut.")
    Items<CannedAnswer> list(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        return new Items<>(answers.of(access.answering(me, id)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a canned answer", description = "An account has at most 500.")
    CannedAnswer create(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody NewAnswer body) {
        var account = access.answering(me, id);
        return Outcomes.value(answers.create(account, me.user(), body.shortcutOrNothing(), body.textOrNothing()));
    }

    @PutMapping("/{answer}")
    @Operation(summary = "Change a canned answer")
    CannedAnswer change(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID answer,
            @RequestBody NewAnswer body) {
        var account = access.answering(me, id);
        return Outcomes.value(
                answers.change(account, me.user(), answer, body.shortcutOrNothing(), body.textOrNothing()));
    }

    @DeleteMapping("/{answer}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a canned answer away", description = "Repeated: same answer.")
    void remove(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @PathVariable UUID answer) {
        answers.remove(access.answering(me, id), me.user(), answer);
    }
}
