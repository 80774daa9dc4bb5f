package dev.parley.push;

import dev.parley.conversation.Member;
import dev.parley.conversation.Message;
import dev.parley.conversation.PushMark;
import dev.parley.follow.Follow;
import java.util.Locale;

/** A push message as one follower gets it. */
record Judged(PushMessage push, Follow follow, Decision decision) {
    /** The message that merges into the follower's conversation with the account. */
    Message message() {
        return new Message(
                push.id(),
                follow.conversation(),
                push.sequence(),
                Member.of(push.account().party()),
                null,
                false,
                push.releasedAt(),
                push.body(),
                new PushMark(
                        decision.ordinal(),
                        decision.period().name().toLowerCase(Locale.ROOT),
                        decision.limit(),
                        !decision.atOnce()));
    }
}
