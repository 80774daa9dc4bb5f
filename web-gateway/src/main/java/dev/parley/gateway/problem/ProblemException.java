package dev.parley.gateway.problem;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Ends a request with a problem; made by {@link Problem#because}. */
public final class ProblemException extends ErrorResponseException {
    private final transient ProblemView view;

    ProblemException(ProblemView view, @Nullable Throwable cause) {
        super(HttpStatusCode.valueOf(view.status()), detail(view), cause);
        this.view = view;
    }

    /** The problem as it stands on the wire, without path and reference. */
    public ProblemView view() {
        return view;
    }

    private static ProblemDetail detail(ProblemView view) {
        var detail = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(view.status()), view.detail());
        detail.setType(URI.create(view.type()));
        detail.setTitle(view.title());
        return detail;
    }
}
