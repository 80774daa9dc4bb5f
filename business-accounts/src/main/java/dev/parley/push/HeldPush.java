package dev.parley.push;

import dev.parley.account.OfficialAccountId;
import dev.parley.conversation.Message;
import java.time.Instant;

/** A push message that did not fit a follower's dosage. */
public record HeldPush(OfficialAccountId account, Message message, Instant heldSince) {}
