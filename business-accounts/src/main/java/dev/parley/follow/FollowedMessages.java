package dev.parley.follow;

import dev.parley.account.OfficialAccountId;
import dev.parley.conversation.AcceptedMessage;
import dev.parley.conversation.spi.MessageObserver;
import dev.parley.kernel.PartyRef;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** A user's own message to an account opens the window, in the transaction that writes it. */
@Component
class FollowedMessages implements MessageObserver {
    private final WindowStore windows;
    private final FollowProperties properties;

    FollowedMessages(WindowStore windows, FollowProperties properties) {
        this.windows = windows;
        this.properties = properties;
    }

    @Override
    public void accepted(List<AcceptedMessage> batch) {
        var written = new ArrayList<WindowStore.Written>();
        for (var accepted : batch) {
            var message = accepted.message();
            var sender = message.sender().party();
            if (isAccount(accepted.recipient()) && sender.isUser()) {
                written.add(new WindowStore.Written(
                        new OfficialAccountId(accepted.recipient().id()),
                        sender.asUser(),
                        message.sentAt(),
                        message.sentAt().plus(properties.windowLength())));
            }
        }
        if (!written.isEmpty()) {
            windows.written(written);
        }
    }

    private static boolean isAccount(PartyRef party) {
        return party.kind().equals(OfficialAccountId.KIND);
    }
}
