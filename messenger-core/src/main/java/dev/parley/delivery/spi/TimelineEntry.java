package dev.parley.delivery.spi;

import dev.parley.delivery.Carried;
import dev.parley.delivery.EntryContent;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the timeline as one reader sees it.
 *
 * @param sequence message sequence, rising within the timeline
 * @param content {@link EntryContent.MessageArrived} for what is shown at once, {@link EntryContent.Changed} for what only changes
 *     something, such as the digest
 * @param carried the message ({@code conversation.Message}) when the content is one
 */
public record TimelineEntry(
        long sequence, EntryContent content, @Nullable Carried carried) {}
