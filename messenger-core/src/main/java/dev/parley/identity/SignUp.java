package dev.parley.identity;

import org.jspecify.annotations.Nullable;

/**
 * Command: become a user. Values are as the person typed them; the door checks them.
 *
 * @param locale language tag; English when absent
 * @param timeZone IANA name; UTC when absent
 */
public record SignUp(
        String handle,
        String name,
        String password,
        @Nullable String locale,
        @Nullable String timeZone) {
    @Override
    public String toString() {
        return "SignUp[" + handle + "]"; // never the password
    }
}
