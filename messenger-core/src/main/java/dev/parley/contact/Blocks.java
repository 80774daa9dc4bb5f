package dev.parley.contact;

import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.util.List;
import org.springframework.stereotype.Service;

/** Whom users do not want to hear from. */
@Service
public class Blocks {
    /** Blocks a party of any kind. A repetition changes nothing. The other side is not told. */
    public void block(UserId user, PartyRef party) {
        throw new UnsupportedOperationException();
    }

    /** Takes a block back; false when there was none. */
    public boolean unblock(UserId user, PartyRef party) {
        throw new UnsupportedOperationException();
    }

    /** Blocks of a user, newest first. */
    public List<Block> list(UserId user) {
        throw new UnsupportedOperationException();
    }

    /** Whether the user blocks the party. */
    public boolean isBlocked(UserId user, PartyRef party) {
        throw new UnsupportedOperationException();
    }
}
