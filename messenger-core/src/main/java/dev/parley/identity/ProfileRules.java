package dev.parley.identity;

import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.PlainText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What handles, names, passwords, locales and time zones may be. */
final class ProfileRules {
    static final int LONGEST_NAME = 60;
    static final int LONGEST_DEVICE_NAME = 60;

    private static final Pattern HANDLE = Pattern.compile("[a-z0-9._]{3,30}");
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final int LONGEST_ZONE = 64;
    private static final int LONGEST_LOCALE = 35;

    /** Handles that would let somebody pass for the server, for those who run it, or for a part of an address. */
    private static final Set<String> RESERVED = Set.of(
            "abuse",
            "account",
            "accounts",
            "admin",
            "administrator",
            "api",
            "billing",
            "console",
            "contact",
            "dashboard",
            "help",
            "hostmaster",
            "info",
            "login",
            "logout",
            "mail",
            "me",
            "moderator",
            "news",
            "nobody",
            "official",
            "operator",
            "operators",
            "owner",
            "parley",
            "postmaster",
            "privacy",
            "root",
            "security",
            "server",
            "settings",
            "setup",
            "signup",
            "staff",
            "status",
            "support",
            "system",
            "team",
            "terms",
            "user",
            "users",
            "webmaster",
            "www");

    private ProfileRules() {}

    static List<FieldRefusal> check(SignUp command) {
        var errors = new ArrayList<FieldRefusal>();
        checkHandle(command.handle(), errors);
        checkName(command.name(), errors);
        checkPassword(command.password(), errors);
        checkLocale(command.locale(), errors);
        checkTimeZone(command.timeZone(), errors);
        return errors;
    }

    static List<FieldRefusal> check(ChangeProfile command) {
        var errors = new ArrayList<FieldRefusal>();
        if (command.name() != null) {
            checkName(command.name(), errors);
        }
        checkLocale(command.locale(), errors);
        checkTimeZone(command.timeZone(), errors);
        return errors;
    }

    static boolean isHandle(String text) {
        return HANDLE.matcher(text).matches();
    }

    static boolean isReserved(String handle) {
        return RESERVED.contains(handle.replaceAll("[._]", ""));
    }

    private static void checkHandle(String handle, List<FieldRefusal> errors) {
        if (!isHandle(handle)) {
            errors.add(new FieldRefusal(
                    "handle",
                    "pattern",
                    null,
                    "[a-z0-9._]{3,30}",
                    "A handle has 3 to 30 characters: small letters, digits, dots and underscores."));
        }
    }

    private static void checkName(String name, List<FieldRefusal> errors) {
        var length = PlainText.length(name.strip());
        if (length < 1 || length > LONGEST_NAME) {
            errors.add(new FieldRefusal(
                    "name",
                    "length",
                    Integer.toString(length),
                    "1.." + LONGEST_NAME,
                    "A name has 1 to " + LONGEST_NAME + " characters."));
        } else if (!PlainText.isLine(name)) {
            errors.add(new FieldRefusal("name", "characters", null, null, "A name has no control characters."));
        }
    }

    private static void checkPassword(String password, List<FieldRefusal> errors) {
        var length = PlainText.length(password);
        if (length < Passwords.SHORTEST || length > Passwords.LONGEST) {
            errors.add(new FieldRefusal(
                    "password",
                    "length",
                    Integer.toString(length),
                    Passwords.SHORTEST + ".." + Passwords.LONGEST,
                    "A password has " + Passwords.SHORTEST + " to " + Passwords.LONGEST + " characters."));
        }
    }

    private static void checkLocale(@Nullable String locale, List<FieldRefusal> errors) {
        if (locale != null && !isLocale(locale)) {
            errors.add(new FieldRefusal(
                    "locale", "language-tag", null, null, "A locale is a language tag such as en or de-CH."));
        }
    }

    private static boolean isLocale(String locale) {
        if (locale.length() > LONGEST_LOCALE) {
            return false;
        }
        try {
            return !new Locale.Builder()
                    .setLanguageTag(locale)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static void checkTimeZone(@Nullable String timeZone, List<FieldRefusal> errors) {
        if (timeZone != null && (timeZone.length() > LONGEST_ZONE || !ZONES.contains(timeZone))) {
            errors.add(new FieldRefusal(
                    "timeZone", "time-zone", null, null, "A time zone is an IANA name such as Europe/Berlin or UTC."));
        }
    }
}
