package dev.parley.push;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.MessageId;
import java.time.Instant;

/** A push message has been released. */
public record PushReleased(MessageId push, OfficialAccountId account, long sequence, Instant releasedAt) {}
