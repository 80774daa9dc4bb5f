package dev.parley.conversation;

import dev.parley.kernel.PartyRef;

/**
 * One side of a conversation.
 *
 * @param alias what the other side knows of the party: for a follower of an official account its follower ID, otherwise the party itself
 */
public record Member(PartyRef party, PartyRef alias) {
    /** A member whom the other side knows as what they are. */
    public static Member of(PartyRef party) {
        return new Member(party, party);
    }

    /** How somebody sees this member: the member itself as it is, the other side as the alias. */
    public PartyRef seenBy(PartyRef viewer) {
        return viewer.equals(party) ? party : alias;
    }
}
