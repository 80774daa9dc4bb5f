package dev.parley.webhook;

import dev.parley.account.OfficialAccountId;
import dev.parley.follow.FollowStarted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is told to companies' systems (docs/protocol/webhooks.md): type, timestamp, and data that the account may know. */
@Component
class Payloads {
    static final String FOLLOW_STARTED = "follow.started";
    static final String TEST = "endpoint.test";
    static final List<String> EVENTS = List.of(FOLLOW_STARTED);

    private final JsonMapper json;

    Payloads(JsonMapper json) {
        this.json = json;
    }

    String followStarted(FollowStarted event, Instant now) {
        return json.writeValueAsString(new Envelope(
                FOLLOW_STARTED,
                now.toString(),
                new FollowStartedData(
                        event.follower().value(),
                        event.account().value(),
                        event.source().code(),
                        event.startedAt().toString())));
    }

    String test(OfficialAccountId account, Instant now) {
        return json.writeValueAsString(new Envelope(TEST, now.toString(), new TestData(account.value())));
    }

    record Envelope(String type, String timestamp, Object data) {}

    record FollowStartedData(UUID followerId, UUID accountId, String source, String startedAt) {}

    record TestData(UUID accountId) {}
}
