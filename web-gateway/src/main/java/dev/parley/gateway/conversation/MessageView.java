package dev.parley.gateway.conversation;

import dev.parley.kernel.PartyRef;
import io.swagger.v3.oas.annotations.media.Schema;
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
@Schema(name = "Message", description = "A message as one viewer sees it.")
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
    @Schema(name = "Sender")
    public record SenderView(
            @Schema(allowableValues = {"user", "account", "follower"})
            String kind,

            UUID id) {
        static SenderView of(PartyRef party) {
            return new SenderView(party.kind(), party.id());
        }
    }

    /** A team member. */
    @Schema(name = "Author")
    public record AuthorView(UUID id, String name) {}

    /**
     * How a push message stood to the reader's dosage.
     *
     * @param ordinal which one in its period, from 1
     * @param period {@code day}, {@code week} or {@code month}
     * @param limit how many the reader wants in a period, null for every one
     * @param held whether it was kept for the digest
     */
    @Schema(name = "PushLabel", description = "How a push message stood to the reader's dosage.")
    public record PushView(
            int ordinal,

            @Schema(allowableValues = {"day", "week", "month"})
            String period,

            @Nullable Integer limit,
            boolean held) {}
}
