package dev.parley.gateway.insight;

import dev.parley.gateway.problem.FieldProblem;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.identity.Users;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What requests for insight have in common: a number of days, a time zone, a table as the answer. */
@Component
class InsightRequests {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final int MOST_DAYS = 400;

    private final Users users;

    InsightRequests(Users users) {
        this.users = users;
    }

    static ResponseEntity<String> csv(String name, String text) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text);
    }

    int days(int asked) {
        if (asked < 1 || asked > MOST_DAYS) {
            throw invalid(
                    "days", "range", String.valueOf(asked), "1.." + MOST_DAYS, "must be within 1 and " + MOST_DAYS);
        }
        return asked;
    }

    /** The zone asked for; without one that of whoever asks. */
    ZoneId zone(SignedIn me, @Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return users.timeZones(List.of(me.user())).getOrDefault(me.user(), ZoneOffset.UTC);
        }
        try {
            return ZoneId.of(asked);
        } catch (DateTimeException _) {
            throw invalid("timeZone", "known", asked, null, "is not the IANA name of a time zone");
        }
    }

    static RuntimeException invalid(
            String field, String rule, @Nullable String value, @Nullable String limit, String detail) {
        return Problem.INVALID_REQUEST.because(
                "Some fields are not valid.", List.of(new FieldProblem(field, rule, value, limit, detail)));
    }
}
