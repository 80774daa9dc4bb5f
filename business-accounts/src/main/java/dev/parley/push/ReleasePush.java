package dev.parley.push;

import dev.parley.account.OfficialAccountId;
import dev.parley.draft.NewMessageBody;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.kernel.UserId;

/**
 * Release a push message to all followers of an account.
 *
 * @param by the team member who releases it
 * @param key the same member, account and key mean the same push message
 */
public record ReleasePush(OfficialAccountId account, UserId by, IdempotencyKey key, NewMessageBody draft) {}
