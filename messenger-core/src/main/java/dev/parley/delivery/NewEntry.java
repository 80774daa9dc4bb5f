package dev.parley.delivery;

import dev.parley.kernel.PartyRef;
import org.jspecify.annotations.Nullable;

/** An entry that is to be appended to the inbox of a party. @param carried what live connections get along with it */
public record NewEntry(
        PartyRef party, EntryContent content, @Nullable Carried carried) {
    /** An entry that carries nothing. */
    public NewEntry(PartyRef party, EntryContent content) {
        this(party, content, null);
    }
}
