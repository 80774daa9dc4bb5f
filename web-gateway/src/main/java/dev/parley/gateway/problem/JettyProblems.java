package dev.parley.gateway.problem;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers for Jetty when a request is too broken to reach any filter: bad request line, header too large, impossible address. */
@Component
public class JettyProblems extends ErrorHandler {
    private static final Logger log = LoggerFactory.getLogger(JettyProblems.class);

    private final JsonMapper json;

    JettyProblems(JsonMapper json) {
        this.json = json;
    }

    /** Jetty explains itself only to GET, HEAD and POST; we do to everybody. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback)
            throws IOException {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.write(true, ByteBuffer.wrap(body(code, cause)), callback);
    }

    @Override
    public ByteBuffer badMessageError(int status, @Nullable String reason, HttpFields.Mutable fields) {
        fields.put(new HttpField(HttpHeader.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE));
        return ByteBuffer.wrap(body(status, null));
    }

    private byte[] body(int status, @Nullable Throwable cause) {
        var problem = ProblemAdvice.status(status);
        var reference = ProblemAnswer.reference();
        if (problem.status() >= 500) {
            log.error("{} {} {} before any route", reference, status, problem.problem(), cause);
        } else {
            log.info("{} {} {} before any route", reference, status, problem.problem());
        }
        var at = problem.at(null, reference);
        return json.writeValueAsBytes(new ProblemView(
                at.type(),
                at.title(),
                status,
                at.detail(),
                null,
                at.problem(),
                null,
                null,
                null,
                null,
                reference,
                at.errors()));
    }
}
