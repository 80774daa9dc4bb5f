package dev.parley.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/** Random secrets that are told once and kept as SHA-256 hashes; they are long enough to need no slow hash. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;
    private static final String CODE_LETTERS =
            "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // 32, none to be mistaken for another
    private static final int CODE_LENGTH = 20;
    private static final int CODE_GROUP = 5;

    private Secrets() {}

    /** A session token: 256 random bits. */
    static String token() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A code to be read and typed by people: 100 random bits, as {@code ABCDE-FGHJK-LMNPQ-RSTUV}. */
    static String code() {
        var code = new StringBuilder();
        for (var i = 0; i < CODE_LENGTH; i++) {
            if (i > 0 && i % CODE_GROUP == 0) {
                code.append('-');
            }
            code.append(CODE_LETTERS.charAt(RANDOM.nextInt(CODE_LETTERS.length())));
        }
        return code.toString();
    }

    /** Hash of a code as somebody typed it: case, dashes and spaces do not matter. */
    static byte[] hashOfTyped(String code) {
        return hash(code.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", ""));
    }

    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
