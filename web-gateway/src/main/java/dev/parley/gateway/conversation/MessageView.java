package dev.parley.gateway.conversation;

import dev.parley.kernel.PartyRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as one viewer sees it: the same JSON in REST answers and in the socket's frames. Made by {@link MessageViews}.
 *
 * @param sequence position in the conversation; gaps are allowed
 * @param sender who wrote it, as the viewer knows them
 * @param author the team member who wrote in the account's name; null for everybody but the account's side
 * @param automatic written by a rule and not by a person
 * @param push set for push messages
 */
public record MessageView(
        UUID id,
        UUID conversationId,
        long sequence,
        SenderView sender,
        @Nullable AuthorView author,
        boolean automatic,
        Instant sentAt,
        BodyView body,
        @Nullable PushView push) {

    /** A party by kind and id. */
    public record SenderView(String kind, UUID id) {
        static SenderView of(PartyRef party) {
            return new SenderView(party.kind(), party.id());
        }
    }

    /** A team member. */
    public record AuthorView(UUID id, String name) {}

    /**
     * How a push message stood to the reader's dosage.
     *
     * @param ordinal which one in its period, from 1
     * @param period {@code day}, {@code week} or {@code month}
     * @param limit how many the reader wants in a period, null for every one
     * @param held whether it was kept for the digest
     */
    public record PushView(
            int ordinal, String period, @Nullable Integer limit, boolean held) {}
}
