package dev.parley.note;

import dev.parley.kernel.ConversationId;
import dev.parley.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A note on a conversation, for the team only. @param mentions team members whose attention it wants */
public record Note(
        UUID id, ConversationId conversation, UserId author, String text, List<UserId> mentions, Instant at) {
    public Note {
        mentions = List.copyOf(mentions);
    }
}
