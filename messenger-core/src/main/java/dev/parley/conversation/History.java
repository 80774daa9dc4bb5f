package dev.parley.conversation;

import java.util.List;

/** A part of a conversation. @param messages in rising order of sequence @param hasMore whether there are older ones */
public record History(List<Message> messages, boolean hasMore) {
    public History {
        messages = List.copyOf(messages);
    }
}
