package dev.parley.contact;

import dev.parley.conversation.spi.Attempt;
import dev.parley.conversation.spi.MessageGate;
import dev.parley.kernel.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Users write only to their contacts. A block is refused in the same words, so that nobody learns of it. */
@Component
class ContactGate implements MessageGate {
    private static final Refusal NOT_A_CONTACT = Refusal.of(
            "not-a-contact",
            "contact.required",
            "You can write to each other once a contact request has been accepted.");

    private final Acquaintances acquaintances;

    ContactGate(Acquaintances acquaintances) {
        this.acquaintances = acquaintances;
    }

    @Override
    public @Nullable Refusal check(Attempt attempt) {
        if (!attempt.sender().isUser() || !attempt.recipient().isUser()) {
            return null;
        }
        return acquaintances.mayWrite(
                        attempt.sender().asUser(), attempt.recipient().asUser())
                ? null
                : NOT_A_CONTACT;
    }

    @Override
    public Map<Attempt, Refusal> confirm(List<Attempt> batch) {
        var pairs = new HashMap<Attempt, Pair>();
        for (var attempt : batch) {
            if (attempt.sender().isUser() && attempt.recipient().isUser()) {
                pairs.put(
                        attempt,
                        Pair.of(attempt.sender().asUser(), attempt.recipient().asUser()));
            }
        }
        if (pairs.isEmpty()) {
            return Map.of();
        }
        var mayWrite = acquaintances.mayWriteNow(Set.copyOf(pairs.values()));
        var refused = new HashMap<Attempt, Refusal>();
        pairs.forEach((attempt, pair) -> {
            if (!mayWrite.contains(pair)) {
                refused.put(attempt, NOT_A_CONTACT);
            }
        });
        return refused;
    }
}
