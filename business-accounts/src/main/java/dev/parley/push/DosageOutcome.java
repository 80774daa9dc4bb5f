package dev.parley.push;

import dev.parley.kernel.MessageId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a dosage would have made of the last weeks.
 *
 * @param sent push messages of the account since then
 * @param columns the calendar periods since then, oldest first, empty ones included
 * @param choices what the other choices would have made of the same push messages
 * @param weeks how many weeks back it looks
 */
public record DosageOutcome(
        int sent,
        Instant since,
        Dosage.Period period,
        List<Column> columns,
        Counts outcome,
        List<Alternative> choices,
        int weeks) {
    public DosageOutcome {
        columns = List.copyOf(columns);
        choices = List.copyOf(choices);
    }

    /** One calendar period. @param current whether it is the present one */
    public record Column(LocalDate start, boolean current, List<Item> items) {
        public Column {
            items = List.copyOf(items);
        }
    }

    /** One push message. @param atOnce whether it would have come at once; it would have been held otherwise */
    public record Item(MessageId id, Instant at, boolean atOnce) {}

    /** How many would have come at once and been held. */
    public record Counts(int atOnce, int held) {}

    /** Another choice and what it would have done. */
    public record Alternative(Dosage dosage, int atOnce, int held) {}
}
