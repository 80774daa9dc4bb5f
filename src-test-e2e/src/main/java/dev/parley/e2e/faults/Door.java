package dev.parley.e2e.faults;

import dev.parley.e2e.Api;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** REST as a client with little patience uses it; writes down every answer that is neither what was asked for nor an honest refusal. */
final class Door {
    /** No whole answer came: the server, or the way to it, is gone. */
    static final class Unanswered extends IOException {
        private static final long serialVersionUID = 1L;

        Unanswered(IOException cause) {
            super(cause);
        }
    }

    /** What came back. */
    record Reply(int status, JsonNode body) {
        boolean isUnavailable() {
            return status == 503;
        }
    }

    static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Book book;
    private final Duration patience;

    Door(Book book, Duration patience) {
        this.book = book;
        this.patience = patience;
    }

    /** Posts JSON with a bearer token. An answer 500, or 503 without a time to come back, is a finding, and so is none within patience. */
    Reply post(URI server, String path, String token, Object body) throws Unanswered {
        return post(server, path, token, body, UUID.randomUUID().toString());
    }

    Reply post(URI server, String path, String token, Object body, String key) throws Unanswered {
        return send(
                path,
                HttpRequest.newBuilder(URI.create(server + "/api/v1" + path))
                        .timeout(patience)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(Api.JSON.writeValueAsString(body)))
                        .build());
    }

    /** Gets JSON with a bearer token. */
    Reply get(URI server, String path, String token) throws Unanswered {
        return send(
                path,
                HttpRequest.newBuilder(URI.create(server + "/api/v1" + path))
                        .timeout(patience)
                        .header("Authorization", "Bearer " + token)
                        .build());
    }

    private Reply send(String path, HttpRequest request) throws Unanswered {
        try {
            var response = CLIENT.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            var status = response.statusCode();
            var asked = request.method() + " " + path.replaceAll("[0-9a-f-]{36}", "{id}");
            if (status == 503 && response.headers().firstValue("Retry-After").isEmpty()) {
                book.found(Finding.Kind.DISHONEST, asked + " answered 503 without Retry-After");
            } else if (status >= 500 && status != 503) {
                book.found(Finding.Kind.DISHONEST, asked + " answered " + status + ": " + response.body());
            }
            if (status == 503) {
                book.refused("http-503");
            }
            return new Reply(status, json(response.body()));
        } catch (HttpTimeoutException e) {
            if (!(e instanceof java.net.http.HttpConnectTimeoutException)) {
                book.found(Finding.Kind.LATE, request.method() + " " + path + " was not answered within " + patience);
            }
            throw new Unanswered(e);
        } catch (IOException e) {
            throw new Unanswered(e);
        } catch (InterruptedException e) {
            throw new Pause.Interrupted();
        }
    }

    private static JsonNode json(String body) {
        try {
            return body.isBlank() ? Api.JSON.createObjectNode() : Api.JSON.readTree(body);
        } catch (JacksonException e) {
            return Api.JSON.createObjectNode();
        }
    }
}
