package dev.parley.kernel;

import java.util.UUID;

/**
 * Names a party: anyone who can be written to. The set of kinds is open; the core knows users only, other rooms add theirs.
 *
 * @param kind lower-case word, such as {@code user}
 * @param id id within the kind
 */
public record PartyRef(String kind, UUID id) implements Comparable<PartyRef> {
    /** Kind of a user. */
    public static final String USER = "user";

    public PartyRef {
        if (!isWord(kind)) {
            throw new IllegalArgumentException("party kind must be 1..20 lower-case letters, not '" + kind + "'");
        }
    }

    /** The party that a user is. */
    public static PartyRef user(UserId user) {
        return new PartyRef(USER, user.value());
    }

    /** Whether this party is a user. */
    public boolean isUser() {
        return kind.equals(USER);
    }

    /** The user that this party is; throws {@link IllegalStateException} for any other kind. */
    public UserId asUser() {
        if (!isUser()) {
            throw new IllegalStateException("party " + this + " is not a user");
        }
        return new UserId(id);
    }

    /** The fixed order in which rows of several parties are locked. */
    @Override
    public int compareTo(PartyRef other) {
        var byId = id.compareTo(other.id);
        return byId != 0 ? byId : kind.compareTo(other.kind);
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }

    private static boolean isWord(String text) {
        return !text.isEmpty() && text.length() <= 20 && text.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }
}
