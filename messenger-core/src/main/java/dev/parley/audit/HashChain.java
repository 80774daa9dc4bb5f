package dev.parley.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The rule of the chain: the hash of an entry is SHA-256 over the hash before it and the entry's canonical form. The canonical form is every
 * field in a fixed order, each with its length in UTF-8 bytes before it ({@code 5:hello}, {@code -} for an absent one), so that no two entries
 * share one.
 */
final class HashChain {
    /** What stands before the first entry. */
    static final String START = "0".repeat(64);

    private HashChain() {}

    static String hash(String previousHash, String stream, long sequence, Instant at, NewAuditEntry entry) {
        var digest = sha256();
        add(digest, previousHash);
        add(digest, stream);
        add(digest, Long.toString(sequence));
        add(digest, at.toString());
        add(digest, entry.actor().id().toString());
        add(digest, entry.actor().name());
        add(digest, entry.actor().role());
        add(digest, entry.action());
        add(digest, entry.subject().kind());
        add(digest, entry.subject().id());
        add(digest, entry.subject().name());
        add(digest, entry.before());
        add(digest, entry.after());
        add(digest, entry.reason());
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Whether the entry stands rightly behind the one with the given hash. */
    static boolean fits(AuditEntry entry, long expectedSequence, String previousHash) {
        return entry.sequence() == expectedSequence
                && entry.previousHash().equals(previousHash)
                && entry.hash()
                        .equals(hash(previousHash, entry.stream(), entry.sequence(), entry.at(), entry.withoutPlace()));
    }

    private static void add(MessageDigest digest, @Nullable String field) {
        if (field == null) {
            digest.update((byte) '-');
            return;
        }
        var bytes = field.getBytes(UTF_8);
        digest.update((bytes.length + ":").getBytes(UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
