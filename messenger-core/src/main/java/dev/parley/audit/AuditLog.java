package dev.parley.audit;

import dev.parley.kernel.Page;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The audit log. */
@Service
public class AuditLog {
    /** Stream of what operators do. */
    public static final String OPERATOR = "operator";

    /** Records an act in the caller's transaction (there must be one), so that the act and its entry stand or fall together. */
    public AuditEntry record(NewAuditEntry entry) {
        throw new UnsupportedOperationException();
    }

    /** Entries of a stream, newest first; at most 200 a page. */
    public Page<AuditEntry> page(String stream, @Nullable String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Computes the whole chain again and names the first entry that does not fit. */
    public AuditState verify(String stream) {
        throw new UnsupportedOperationException();
    }

    /** Writes a stream, oldest first, one JSON object per line (UTF-8); does not close the output. */
    public void export(String stream, OutputStream output) throws IOException {
        throw new UnsupportedOperationException();
    }
}
