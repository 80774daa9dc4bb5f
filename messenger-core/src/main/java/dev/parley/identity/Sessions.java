package dev.parley.identity;

import dev.parley.kernel.DeviceId;
import dev.parley.kernel.UserId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Sessions; each is a device of a user. */
@Service
public class Sessions {
    /** Checks handle and password and opens a session. Each repetition opens another. */
    public LogInOutcome logIn(LogIn command) {
        throw new UnsupportedOperationException();
    }

    /** Opens a session for somebody whose identity is proven already, such as after signing up. */
    public NewSession open(UserId user, @Nullable String deviceName) {
        throw new UnsupportedOperationException();
    }

    /** The session that a token proves; empty for an unknown, ended or expired one, and while the user is suspended. */
    public Optional<Session> authenticate(String token) {
        throw new UnsupportedOperationException();
    }

    /** Devices of a user, the one used last first. */
    public List<Device> list(UserId user) {
        throw new UnsupportedOperationException();
    }

    /** Ends a session; false when the user has no such device (any more). */
    public boolean end(UserId user, DeviceId device) {
        throw new UnsupportedOperationException();
    }
}
