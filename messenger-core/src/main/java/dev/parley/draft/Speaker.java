package dev.parley.draft;

import dev.parley.conversation.MessageBody;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * Who says something, and what it may refer to.
 *
 * @param mayUse whether an upload of that user may be part of it
 * @param tapped the message of an account at a sequence of this conversation, whose buttons a person can have tapped
 * @param named the party that a handle in a text names
 */
public record Speaker(
        Side side,
        Predicate<UserId> mayUse,
        LongFunction<Optional<MessageBody>> tapped,
        Function<String, Optional<PartyRef>> named) {
    /** What is being written, and by whom. */
    public enum Side {
        /** A message of a person. */
        PERSON,
        /** A message of an official account. */
        ACCOUNT,
        /** A push message or an automatic answer, which may be several messages in one. */
        RELEASE
    }

    /** A person in their own name. */
    public static Speaker person(UserId user) {
        return new Speaker(Side.PERSON, user::equals, _ -> Optional.empty(), _ -> Optional.empty());
    }

    /** A team member in the name of an account. @param team whether a user belongs to it */
    public static Speaker account(Predicate<UserId> team) {
        return new Speaker(Side.ACCOUNT, team, _ -> Optional.empty(), _ -> Optional.empty());
    }

    /** A push message or an automatic answer of an account. @param team whether a user belongs to it */
    public static Speaker release(Predicate<UserId> team) {
        return new Speaker(Side.RELEASE, team, _ -> Optional.empty(), _ -> Optional.empty());
    }

    /** The same, in a conversation where messages can be tapped. */
    public Speaker tapping(LongFunction<Optional<MessageBody>> messages) {
        return new Speaker(side, mayUse, messages, named);
    }

    /** The same, where handles can be named. */
    public Speaker naming(Function<String, Optional<PartyRef>> handles) {
        return new Speaker(side, mayUse, tapped, handles);
    }
}
