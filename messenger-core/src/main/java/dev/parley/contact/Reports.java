package dev.parley.contact;

import dev.parley.kernel.Page;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What users told the operators. */
@Service
public class Reports {
    /** Reports a party; a repetition within a day for the same reason is the same report. Comment: at most 1,000 characters. */
    public Report report(UserId by, PartyRef party, ReportReason reason, @Nullable String comment) {
        throw new UnsupportedOperationException();
    }

    /** All reports, newest first; at most 200 a page. */
    public Page<Report> list(@Nullable String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    /** How many there are. */
    public long count() {
        throw new UnsupportedOperationException();
    }

    /** How many there are about each of these parties; 0 is left out. */
    public Map<PartyRef, Long> count(Collection<PartyRef> parties) {
        throw new UnsupportedOperationException();
    }
}
