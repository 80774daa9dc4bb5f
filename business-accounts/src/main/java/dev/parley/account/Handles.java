package dev.parley.account;

import java.util.Set;
import java.util.regex.Pattern;

/** The rule for handles of accounts: what they look like, and which words nobody may have. */
final class Handles {
    static final String RULE = "[a-z0-9._]{3,30}";

    private static final Pattern SHAPE = Pattern.compile(RULE);

    /** Words under which somebody could speak as the server, or that are paths of its pages. */
    private static final Set<String> RESERVED = Set.of(
            "about",
            "account",
            "accounts",
            "admin",
            "administrator",
            "api",
            "app",
            "client",
            "compat",
            "console",
            "dashboard",
            "digest",
            "directory",
            "everyone",
            "help",
            "info",
            "login",
            "logout",
            "me",
            "media",
            "moderator",
            "official",
            "operator",
            "operators",
            "parley",
            "problems",
            "qr",
            "root",
            "security",
            "server",
            "settings",
            "setup",
            "signup",
            "support",
            "system",
            "team",
            "user",
            "users",
            "www");

    private Handles() {}

    static boolean wellFormed(String handle) {
        return SHAPE.matcher(handle).matches();
    }

    static boolean reserved(String handle) {
        return RESERVED.contains(handle.replace(".", "").replace("_", ""));
    }
}
