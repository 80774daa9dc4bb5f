package dev.parley.push;

import dev.parley.account.OfficialAccountId;
import dev.parley.conversation.MessageBody;
import dev.parley.kernel.MessageId;
import dev.parley.kernel.UserId;
import java.time.Instant;

/**
 * A released push message.
 *
 * @param sequence message sequence; rises in the order of releases over all accounts
 * @param audience how many followed when it was released
 * @param releasedByName as the team member was called then
 */
public record PushMessage(
        MessageId id,
        OfficialAccountId account,
        long sequence,
        MessageBody body,
        long audience,
        UserId releasedBy,
        String releasedByName,
        Instant releasedAt) {}
