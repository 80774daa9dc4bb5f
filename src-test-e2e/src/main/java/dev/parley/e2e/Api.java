package dev.parley.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API as one caller sees it: nobody, or whoever holds a bearer token. Raw JSON, so that a change of the wire shows. */
public final class Api {
    public static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final URI server;
    private final @Nullable String token;

    private Api(URI server, @Nullable String token) {
        this.server = server;
        this.token = token;
    }

    public static Api nobody(URI server) {
        return new Api(server, null);
    }

    /** Signs a new user up and returns their API; the password is {@link #PASSWORD}. */
    public static Api signUp(URI server, String handle, String name) {
        return nobody(server)
                .as(nobody(server)
                        .post(
                                "/users",
                                Map.of("handle", handle, "name", name, "password", PASSWORD, "transport", "bearer"))
                        .expect(201));
    }

    /** Logs a user in on one more device. */
    public static Api logIn(URI server, String handle) {
        return nobody(server)
                .as(nobody(server)
                        .post("/sessions", Map.of("handle", handle, "password", PASSWORD, "transport", "bearer"))
                        .expect(201));
    }

    /** The API of whoever holds this token. */
    public static Api bearer(URI server, String token) {
        return new Api(server, token);
    }

    public static final String PASSWORD = "correct horse battery";

    private Api as(JsonNode answer) {
        return new Api(server, answer.path("token").asString());
    }

    /** The same session, asked for through another node. */
    public Api at(URI node) {
        return new Api(node, token);
    }

    /** What a path outside of the API answers, such as the health. */
    public JsonNode outside(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(server + path))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return JSON.readTree(CLIENT.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body());
        } catch (IOException e) {
            throw new IllegalStateException(path + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public URI server() {
        return server;
    }

    /** The bearer token of the caller; empty for nobody. */
    public String token() {
        return token == null ? "" : token;
    }

    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body, UUID.randomUUID().toString());
    }

    public Answer post(String path, Object body, String idempotencyKey) {
        return send("POST", path, body, idempotencyKey);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body, null);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body, null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, null);
    }

    /** A one-time ticket for the socket, for the caller or for an account they work for. */
    public String ticket(Map<String, String> request) {
        return post("/socket-tickets", request).expect(201).path("ticket").asString();
    }

    private Answer send(String method, String path, @Nullable Object body, @Nullable String idempotencyKey) {
        var request =
                HttpRequest.newBuilder(URI.create(server + "/api/v1" + path)).timeout(Duration.ofSeconds(30));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(method + " " + path, response.statusCode(), response.body());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back: the status and the body as it was. */
    public record Answer(String request, int status, String body) {
        /** The body as JSON, if the status is the expected one. */
        public JsonNode expect(int expected) {
            if (status != expected) {
                throw new AssertionError(request + " answered " + status + " instead of " + expected + ": " + body);
            }
            return json();
        }

        public JsonNode json() {
            return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
        }
    }
}
