package dev.parley.gateway.session;

import dev.parley.kernel.DeviceId;
import dev.parley.kernel.UserId;
import java.security.Principal;

/**
 * Who is asking: the principal of every authenticated request, taken by controllers as
 * {@code @AuthenticationPrincipal SignedIn me}.
 *
 * @param operator whether this user also runs the server
 */
public record SignedIn(UserId user, DeviceId device, boolean operator) implements Principal {
    @Override
    public String getName() {
        return user.value().toString();
    }
}
