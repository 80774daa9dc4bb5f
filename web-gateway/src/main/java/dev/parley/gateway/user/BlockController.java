package dev.parley.gateway.user;

import dev.parley.contact.Blocks;
import dev.parley.contact.ReportReason;
import dev.parley.contact.Reports;
import dev.parley.gateway.Items;
import dev.parley.gateway.Parties;
import dev.parley.gateway.PartyView;
import dev.parley.gateway.problem.FieldProblem;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.kernel.PartyRef;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** Not wanting to hear from somebody, and telling the operators about it. */
@RestController
@RequestMapping("/api/v1")
@Tag(
        name = "Blocks and reports",
        description = "Not wanting to hear from somebody, and telling the operators about it.")
class BlockController {
    private static final int LONGEST_COMMENT = 1_000;

    private final Blocks blocks;
    private final Reports reports;
    private final Parties parties;

    BlockController(Blocks blocks, Reports reports, Parties parties) {
        this.blocks = blocks;
        this.reports = reports;
        this.parties = parties;
    }

    /** Somebody I do not want to hear from. */
    @Schema(name = "Block")
    record BlockView(PartyView party, Instant since) {}

    /** A party by kind and id. */
    @Schema(name = "PartyName")
    record PartyName(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"user", "account"})
            @Nullable
            String kind,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            UUID id) {}

    /** Body of a report. */
    @Schema(name = "NewReport")
    record NewReport(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            PartyName party,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"spam", "abuse", "fraud", "other"})
            @Nullable
            String reason,

            @Schema(maxLength = LONGEST_COMMENT) @Nullable String comment) {}

    /** A report that the operators will read. */
    @Schema(name = "Report")
    record ReportView(
            UUID id,
            PartyView party,

            @Schema(allowableValues = {"spam", "abuse", "fraud", "other"})
            String reason,

            Instant at) {}

    @GetMapping("/blocks")
    @Operation(summary = "List whom I block", description = "Newest first.")
    Items<BlockView> list(@AuthenticationPrincipal SignedIn me) {
        var all = blocks.list(me.user());
        var views = parties.views(all.stream().map(block -> block.party()).toList());
        return new Items<>(all.stream()
                .map(block -> new BlockView(
                        views.getOrDefault(
                                block.party(),
                                PartyView.gone(
                                        block.party().kind(), block.party().id())),
                        block.since()))
                .toList());
    }

    @PutMapping("/blocks/{kind}/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Block somebody",
            description =
                    "Takes effect before the next delivery; the other side is not told. A repetition changes nothing.")
    void block(@AuthenticationPrincipal SignedIn me, @PathVariable String kind, @PathVariable UUID id) {
        blocks.block(me.user(), existing(me, kind, id));
    }

    @DeleteMapping("/blocks/{kind}/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a block back", description = "A repetition changes nothing.")
    void unblock(@AuthenticationPrincipal SignedIn me, @PathVariable String kind, @PathVariable UUID id) {
        if (!parties.knows(kind)) {
            throw noParty();
        }
        blocks.unblock(me.user(), new PartyRef(kind, id));
    }

    @PostMapping("/reports")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Report somebody to the operators",
            description = "A repetition within a day for the same reason is the same report.")
    ReportView report(@AuthenticationPrincipal SignedIn me, @RequestBody NewReport body) {
        var errors = new ArrayList<FieldProblem>();
        var reason = reason(body.reason());
        if (reason == null) {
            errors.add(new FieldProblem(
                    "reason", "range", body.reason(), "spam, abuse, fraud, other", "must be one of the reasons"));
        }
        var comment = body.comment();
        if (comment != null && comment.length() > LONGEST_COMMENT) {
            errors.add(new FieldProblem(
                    "comment",
                    "length",
                    String.valueOf(comment.length()),
                    String.valueOf(LONGEST_COMMENT),
                    "must be at most 1,000 characters"));
        }
        var name = body.party();
        if (name == null || name.kind() == null || name.id() == null) {
            errors.add(new FieldProblem("party", "required", null, null, "needs kind and id"));
        }
        if (!errors.isEmpty() || reason == null || name == null || name.kind() == null || name.id() == null) {
            throw Problem.INVALID_REQUEST.because("Some fields are not valid.", errors);
        }
        var party = existing(me, name.kind(), name.id());
        var report = reports.report(me.user(), party, reason, comment);
        return new ReportView(
                report.id(), parties.view(party), report.reason().name().toLowerCase(Locale.ROOT), report.at());
    }

    private PartyRef existing(SignedIn me, String kind, UUID id) {
        if (!parties.knows(kind)) {
            throw noParty();
        }
        var party = new PartyRef(kind, id);
        if (party.equals(PartyRef.user(me.user()))) {
            throw Problem.CONFLICT.because("This is yourself.");
        }
        if (parties.view(party).state() == PartyView.State.GONE) {
            throw noParty();
        }
        return party;
    }

    private static @Nullable ReportReason reason(@Nullable String name) {
        for (var reason : List.of(ReportReason.values())) {
            if (reason.name().equalsIgnoreCase(name)) {
                return reason;
            }
        }
        return null;
    }

    private static RuntimeException noParty() {
        return Problem.NOT_FOUND.because("There is no such party.");
    }
}
