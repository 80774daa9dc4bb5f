package dev.parley.delivery;

import dev.parley.kernel.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * An entry on its way to a device.
 *
 * @param cursor where the device stands once it has handled it
 * @param carried absent when the entry was read from the database and its message must still be read
 */
public record StreamEntry(
        Cursor cursor, EntryContent content, @Nullable Carried carried) {}
