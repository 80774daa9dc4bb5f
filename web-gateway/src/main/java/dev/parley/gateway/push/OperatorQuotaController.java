package dev.parley.gateway.push;

import dev.parley.account.OfficialAccountId;
import dev.parley.gateway.problem.FieldProblem;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.push.Quota;
import dev.parley.push.QuotaOutcome.Invalid;
import dev.parley.push.QuotaOutcome.Refused;
import dev.parley.push.QuotaOutcome.Set;
import dev.parley.push.Quotas;
import dev.parley.push.SetQuota;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What an account may release, set by operators. */
@RestController
@Tag(name = "Operators")
class OperatorQuotaController {
    private final Quotas quotas;

    OperatorQuotaController(Quotas quotas) {
        this.quotas = quotas;
    }

    /** A quota and why. */
    @Schema(name = "NewQuota")
    record NewQuota(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "0", maximum = "1000") @Nullable
            Integer releasesPerDay,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "0", maximum = "10000") @Nullable
            Integer releasesPerMonth,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 500) @Nullable
            String reason) {}

    @PutMapping("/api/v1/operator/accounts/{account}/quota")
    @Operation(
            summary = "Set an account's quota",
            description = "Holds from the next release on; in the operators' audit log.")
    Quota set(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID account,
            @RequestBody(required = false) @Nullable NewQuota given) {
        var body = given == null ? new NewQuota(null, null, null) : given;
        var missing = new ArrayList<FieldProblem>();
        if (body.releasesPerDay() == null) {
            missing.add(new FieldProblem("releasesPerDay", "required", null, null, "is missing"));
        }
        if (body.releasesPerMonth() == null) {
            missing.add(new FieldProblem("releasesPerMonth", "required", null, null, "is missing"));
        }
        if (body.reason() == null || body.reason().isBlank()) {
            missing.add(new FieldProblem("reason", "required", null, null, "Say why; it is kept in the audit log."));
        }
        if (body.releasesPerDay() == null
                || body.releasesPerMonth() == null
                || body.reason() == null
                || body.reason().isBlank()) {
            throw Problem.INVALID_REQUEST.because("Some fields are not valid.", missing);
        }
        var command = new SetQuota(
                new OfficialAccountId(account),
                me.user(),
                body.releasesPerDay(),
                body.releasesPerMonth(),
                body.reason());
        return switch (quotas.set(command)) {
            case Set(var quota) -> quota;
            case Invalid(var errors) -> throw Problem.of(errors);
            case Refused(var refusal) -> throw Problem.of(refusal);
        };
    }
}
