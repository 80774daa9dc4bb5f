package dev.parley.identity;

import org.jspecify.annotations.Nullable;

/** Command: open a session with handle and password. */
public record LogIn(
        String handle, String password, @Nullable String deviceName) {
    @Override
    public String toString() {
        return "LogIn[" + handle + "]"; // never the password
    }
}
