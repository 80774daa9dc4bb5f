package dev.parley.gateway.operator;

import dev.parley.audit.AuditEntry;
import dev.parley.audit.AuditLog;
import dev.parley.gateway.Paging;
import dev.parley.kernel.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, and whether the record of it is still as it was written. */
@RestController
@RequestMapping("/api/v1/operator")
@Tag(name = "Audit log", description = "Who did what, and whether the record of it is still as it was written.")
class OperatorAuditController {
    private final AuditLog log;

    OperatorAuditController(AuditLog log) {
        this.log = log;
    }

    /** One act. */
    @Schema(name = "AuditEntry")
    record EntryView(
            String stream,
            long sequence,
            Instant at,
            ActorView actor,
            @Schema(example = "account.verified") String action,
            SubjectView subject,
            @Nullable String before,
            @Nullable String after,
            @Nullable String reason,
            String hash,
            String previousHash) {
        static EntryView of(AuditEntry entry) {
            return new EntryView(
                    entry.stream(),
                    entry.sequence(),
                    entry.at(),
                    new ActorView(
                            entry.actor().id(),
                            entry.actor().name(),
                            entry.actor().role()),
                    entry.action(),
                    new SubjectView(
                            entry.subject().kind(),
                            entry.subject().id(),
                            entry.subject().name()),
                    entry.before(),
                    entry.after(),
                    entry.reason(),
                    entry.hash(),
                    entry.previousHash());
        }
    }

    /** Who acted, as they were called then. */
    @Schema(name = "AuditActor")
    record ActorView(UUID id, String name, String role) {}

    /** What was acted upon, as it was called then. */
    @Schema(name = "AuditSubject")
    record SubjectView(String kind, String id, String name) {}

    /** Whether a stream is as it was written. */
    @Schema(name = "AuditState")
    record StateView(
            String stream,
            long entries,
            boolean intact,

            @Schema(description = "sequence of the first entry that does not fit") @Nullable
            Long brokenAt) {}

    @GetMapping("/audit")
    @Operation(summary = "Read the audit log", description = "Newest first; of the operators, or of one account.")
    Page<EntryView> page(
            @Schema(description = "operator, or the id of an account") @RequestParam(defaultValue = AuditLog.OPERATOR)
                    String stream,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        return Paging.show(log.page(stream, cursor, Paging.limit(limit)), EntryView::of);
    }

    @GetMapping("/audit/state")
    @Operation(summary = "Check the audit log", description = "Computes the whole chain again.")
    StateView state(@RequestParam(defaultValue = AuditLog.OPERATOR) String stream) {
        var state = log.verify(stream);
        return new StateView(state.stream(), state.entries(), state.intact(), state.brokenAt());
    }

    @GetMapping("/audit.ndjson")
    @Operation(summary = "Export the audit log", description = "Oldest first, one JSON object per line.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string")))
    void export(@RequestParam(defaultValue = AuditLog.OPERATOR) String stream, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/x-ndjson");
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.ndjson\"");
        log.export(stream, response.getOutputStream());
    }
}
