package dev.parley.insight;

import dev.parley.kernel.MessageId;
import java.util.List;

/**
 * That a push message was on a user's screen.
 *
 * @param opened whether the user also opened what it links to
 * @param links the links that were followed, as they stand in the push message; whoever followed one has opened it
 */
public record Seen(MessageId push, boolean opened, List<String> links) {
    public Seen {
        links = List.copyOf(links);
    }

    /** Without a word about links. */
    public Seen(MessageId push, boolean opened) {
        this(push, opened, List.of());
    }
}
