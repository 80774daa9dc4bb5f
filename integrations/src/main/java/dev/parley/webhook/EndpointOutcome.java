package dev.parley.webhook;

import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.Refusal;
import java.util.List;

/** The answer to adding an endpoint. */
public sealed interface EndpointOutcome {
    /** It was added. @param secret signs what is sent to it; told here and never again */
    record Added(WebhookEndpoint endpoint, String secret) implements EndpointOutcome {}

    /** Fields break rules: problem invalid-request. Nothing was changed. */
    record Invalid(List<FieldRefusal> errors) implements EndpointOutcome {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /** Nothing was changed. */
    record Refused(Refusal refusal) implements EndpointOutcome {}
}
