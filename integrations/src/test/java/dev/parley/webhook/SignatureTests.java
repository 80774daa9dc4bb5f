package dev.parley.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTests {
    private static final String PAYLOAD = "{\"type\":\"follow.started\",\"data\":{\"name\":\"Bäckerei\"}}";

    private final String secret = Signature.newSecret();
    private final Instant now = Clock.systemUTC().instant();

    @Test
    void isTakenByTheVerifierOfStandardWebhooks() throws Exception {
        new Webhook(secret).verify(PAYLOAD, headers(Signature.of(secret, "msg_1", now, PAYLOAD)));
    }

    @Test
    void isNotTakenForAnotherPayloadOrSecret() {
        var other = Signature.of(secret, "msg_1", now, PAYLOAD + " ");
        var foreign = Signature.of(Signature.newSecret(), "msg_1", now, PAYLOAD);

        assertThatThrownBy(() -> new Webhook(secret).verify(PAYLOAD, headers(other)))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> new Webhook(secret).verify(PAYLOAD, headers(foreign)))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void usesAnotherSecretForEachEndpoint() {
        assertThat(Signature.newSecret()).startsWith("whsec_").isNotEqualTo(secret);
    }

    private HttpHeaders headers(String signature) {
        return HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of("msg_1"),
                        "webhook-timestamp", List.of(String.valueOf(now.getEpochSecond())),
                        "webhook-signature", List.of(signature)),
                (_, _) -> true);
    }
}
