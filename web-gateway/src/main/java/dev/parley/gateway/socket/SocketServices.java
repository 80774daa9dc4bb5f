package dev.parley.gateway.socket;

import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.MessageKey;
import dev.parley.delivery.EntryContent.MessageArrived;
import dev.parley.delivery.StreamEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What all connections share. */
@Component
class SocketServices {
    private final Conversations conversations;
    private final Frames frames;
    private final PresenceNews presence;
    private final Arrivals arrivals;
    private final SocketProperties properties;

    SocketServices(
            Conversations conversations,
            Frames frames,
            PresenceNews presence,
            Arrivals arrivals,
            SocketProperties properties) {
        this.conversations = conversations;
        this.frames = frames;
        this.presence = presence;
        this.arrivals = arrivals;
        this.properties = properties;
    }

    Frames frames() {
        return frames;
    }

    PresenceNews presence() {
        return presence;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    SocketProperties properties() {
        return properties;
    }

    /** The messages of entries that carry none, by sequence. */
    Map<Long, Message> messagesOf(List<StreamEntry> entries) {
        var keys = new ArrayList<MessageKey>();
        for (var entry : entries) {
            if (entry.carried() == null && entry.content() instanceof MessageArrived arrived) {
                keys.add(new MessageKey(arrived.conversation(), arrived.sequence()));
            }
        }
        var found = HashMap.<Long, Message>newHashMap(keys.size());
        conversations.messages(keys).forEach(message -> found.put(message.sequence(), message));
        return found;
    }
}
