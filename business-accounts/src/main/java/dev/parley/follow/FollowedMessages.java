package dev.parley.follow;

import dev.parley.account.OfficialAccountId;
import dev.parley.conversation.AcceptedMessage;
import dev.parley.conversation.spi.MessageObserver;
import dev.parley.kernel.PartyRef;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Acts with messages between users and accounts while they are written: a user's own message opens the window, and an
 * account's message is not written once the follow has ended, though the gate had let it pass a moment before.
 */
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
            } else if (isAccount(sender) && accepted.recipient().isUser()) {
                var account = new OfficialAccountId(sender.id());
                if (!windows.holdFollow(account, accepted.recipient().asUser())) {
                    throw new IllegalStateException("the follow of account " + account + " has ended while message "
                            + message.id() + " was on its way");
                }
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
