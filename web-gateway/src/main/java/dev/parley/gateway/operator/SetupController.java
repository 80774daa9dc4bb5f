package dev.parley.gateway.operator;

import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.RequestLimits;
import dev.parley.gateway.user.SignedInView;
import dev.parley.gateway.user.SignedInViews;
import dev.parley.gateway.user.Transport;
import dev.parley.identity.Operators;
import dev.parley.identity.SetUp;
import dev.parley.identity.SignUpOutcome.HandleTaken;
import dev.parley.identity.SignUpOutcome.Invalid;
import dev.parley.identity.SignUpOutcome.SignedUp;
import dev.parley.identity.SignUpOutcome.WrongCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How the first operator gets in. */
@RestController
@RequestMapping("/api/v1/operator/setup")
@Tag(name = "Setup", description = "How the first operator gets in.")
class SetupController {
    private final Operators operators;
    private final RequestLimits limits;
    private final SignedInViews signedIn;

    SetupController(Operators operators, RequestLimits limits, SignedInViews signedIn) {
        this.operators = operators;
        this.limits = limits;
        this.signedIn = signedIn;
    }

    /** Body of the setup. */
    @Schema(name = "Setup")
    record NewOperator(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "as the server printed it at its start")
            @Nullable
            String code,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = "^[a-z0-9._]{3,30}$") @Nullable
            String handle,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 60) @Nullable
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 10, maxLength = 200, format = "password")
            @Nullable
            String password,

            @Nullable Transport transport) {
        @Override
        public String toString() {
            return "NewOperator[" + handle + "]"; // neither code nor password
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Become the first operator",
            description =
                    "With the code that the server printed at its start. Works once; after that the address does not"
                            + " exist any more.")
    SignedInView setUp(@RequestBody NewOperator body, HttpServletRequest request, HttpServletResponse response) {
        if (!operators.awaitsSetUp()) {
            throw gone();
        }
        limits.logIn("setup", request.getRemoteAddr());
        var command = new SetUp(given(body.code()), given(body.handle()), given(body.name()), given(body.password()));
        return switch (operators.setUp(command)) {
            case SignedUp(var user) -> signedIn.open(user, "Setup", body.transport(), request, response);
            case HandleTaken(var handle) ->
                throw Problem.HANDLE_TAKEN.because("The handle is taken.", "handle-unique", handle, null, null);
            case Invalid(var errors) -> throw Problem.of(errors);
            case WrongCode _ -> throw gone();
        };
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static RuntimeException gone() {
        return Problem.NOT_FOUND.because("The code is wrong or has been used.");
    }
}
