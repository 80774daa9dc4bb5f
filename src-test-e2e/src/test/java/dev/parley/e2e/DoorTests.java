package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, how a browser's requests are told from those of another site, and how often one may knock. */
class DoorTests {
    @TempDir
    Path folder;

    @Test
    void aCookieAloneChangesNothingWithoutTheTokenThatOnlyOurPagesCanRead() throws Exception {
        var server = World.shared().server().address();
        World.shared().person("Cookie");
        var cookies = new CookieManager();
        try (var browser = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            send(browser, server, "GET", "/csrf", null, null);
            var token = cookie(cookies, "XSRF-TOKEN").getValue();
            var signedUp = send(
                    browser,
                    server,
                    "POST",
                    "/users",
                    Map.of("handle", "dora.door", "name", "Dora", "password", Api.PASSWORD, "transport", "cookie"),
                    token);
            assertThat(signedUp.statusCode()).as(signedUp.body()).isEqualTo(201);
            assertThat(signedUp.body()).doesNotContain("\"token\":\"");
            var session = cookie(cookies, "parley_session");
            assertThat(session.isHttpOnly()).isTrue();

            var forged = send(browser, server, "PATCH", "/me", Map.of("name", "Mallory"), null);
            token = cookie(cookies, "XSRF-TOKEN").getValue();
            var own = send(browser, server, "PATCH", "/me", Map.of("name", "Dora Door"), token);

            assertThat(forged.statusCode()).isEqualTo(403);
            assertThat(Api.JSON.readTree(forged.body()).path("problem").asString())
                    .isEqualTo("csrf");
            assertThat(own.statusCode()).as(own.body()).isEqualTo(200);
        }
    }

    @Test
    void tooManyWrongPasswordsWaitAndNobodyLearnsWhichHandlesExist() {
        try (var server = ParleyServer.start(folder.resolve("data"))) {
            Api.signUp(server.address(), "alice", "Alice");
            var nobody = Api.nobody(server.address());
            var wrong = Map.of("handle", "alice", "password", "a wrong password", "transport", "bearer");
            var unknown = Map.of("handle", "nobody.here", "password", "a wrong password", "transport", "bearer");

            var first = nobody.post("/sessions", wrong);
            var stranger = nobody.post("/sessions", unknown);

            assertThat(first.status()).isEqualTo(401);
            assertThat(stranger.status()).isEqualTo(401);
            for (var member : new String[] {"problem", "title", "detail", "rule", "limit", "value"}) {
                assertThat(stranger.json().path(member)).isEqualTo(first.json().path(member));
            }

            Api.Answer last = first;
            for (var attempt = 2; attempt <= 6; attempt++) {
                last = nobody.post("/sessions", wrong);
            }
            assertThat(last.status()).isEqualTo(429);
            assertThat(last.json().path("possibleAgainAt").asString()).isNotBlank();
            assertThat(last.json().path("limit").asString()).isNotBlank();
        }
    }

    private static HttpResponse<String> send(
            HttpClient browser, URI server, String method, String path, @Nullable Object body, @Nullable String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server + "/api/v1" + path));
        if (token != null) {
            request.header("X-XSRF-TOKEN", token);
        }
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.method(method, BodyPublishers.ofString(Api.JSON.writeValueAsString(body)));
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpCookie cookie(CookieManager cookies, String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "no cookie " + name + " in " + cookies.getCookieStore().getCookies()));
    }
}
