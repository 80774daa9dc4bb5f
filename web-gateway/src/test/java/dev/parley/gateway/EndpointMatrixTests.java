package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ParleyApplication;
import dev.parley.gateway.SmallWorld.Who;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who gets what from each endpoint. The table is {@code endpoints.txt}: one row per endpoint, one column per kind of person, in each
 * cell the status. Bodies are empty objects, so that {@code 400} means: may come in, but said nothing useful; {@code 404} to people
 * outside a team means that the account's inside does not exist for them.
 *
 * <p>A new endpoint needs a row. {@code -Dparley.regenerate=true} writes the table as it is now: read what has changed in it.
 */
@SpringBootTest(classes = ParleyApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(SmallWorld.class)
class EndpointMatrixTests {
    private static final Path TABLE = Path.of("src/test/resources/endpoints.txt");
    private static final String UNKNOWN = "00000000-0000-7000-8000-000000000000";

    /** Where a body is read before the role is asked for. */
    private static final Map<String, String> BODIES = Map.of(
            "POST /api/v1/accounts/{id}/team", "{\"handle\":\"nobody.here\",\"role\":\"agent\"}",
            "PATCH /api/v1/accounts/{id}/team/{userId}", "{\"role\":\"agent\"}",
            "PUT /api/v1/accounts/{id}/conversations/{conversation}/state", "{\"state\":\"open\"}",
            "POST /api/v1/accounts/{id}/webhook-endpoints",
                    "{\"url\":\"https://example.org/hook\",\"events\":[\"follow.started\"]}",
            "POST /api/v1/accounts/{account}/push-messages/forecast", "{\"audience\":{\"type\":\"all\"}}");

    private final SmallWorld world;
    private final RequestMappingHandlerMapping mapping;

    @Autowired
    EndpointMatrixTests(
            SmallWorld world, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.world = world;
        this.mapping = mapping;
    }

    @Test
    void everyEndpointLetsInWhomItsRowSays() throws Exception {
        var expected = rows();
        var actual = new LinkedHashMap<String, String>();
        for (var route : inOrder(Routes.of(mapping))) {
            var cells = new ArrayList<String>();
            for (var who : Who.values()) {
                cells.add(status(route, who));
            }
            actual.put(route.toString(), String.join(" ", cells));
        }
        if (Boolean.getBoolean("parley.regenerate")) {
            Files.createDirectories(TABLE.getParent());
            Files.writeString(TABLE, table(actual));
            return;
        }
        assertThat(actual.keySet())
                .as("every endpoint has a row in endpoints.txt and every row an endpoint")
                .containsExactlyInAnyOrderElementsOf(expected.keySet());
        assertThat(table(actual)).isEqualTo(table(expected));
    }

    private String status(Routes.Route route, Who who) throws Exception {
        var people = world.people();
        var path = route.path()
                .replace(
                        "/api/v1/operator/accounts/{id}/suspension",
                        "/api/v1/operator/accounts/" + UNKNOWN + "/suspension")
                .replace("/accounts/{account}", "/accounts/" + people.bakery().value())
                .replace(
                        "/api/v1/accounts/{id}",
                        "/api/v1/accounts/" + people.bakery().value())
                .replace(
                        "/api/v1/operator/accounts/{id}",
                        "/api/v1/operator/accounts/" + people.bakery().value())
                .replace("/api/v1/operator/users/{id}", "/api/v1/operator/users/" + UNKNOWN)
                .replace(
                        "/api/v1/follows/{account}",
                        "/api/v1/follows/" + people.bakery().value())
                .replace("/api/v1/directory/{handle}", "/api/v1/directory/bakery")
                .replace("{conversation}", people.withBakery().toString())
                .replace("{cid}", people.withBakery().toString())
                .replace("/api/v1/conversations/{id}", "/api/v1/conversations/" + people.withFriend())
                .replace("/blocks/{kind}/", "/blocks/user/")
                .replaceAll("\\{[a-zA-Z]+}", UNKNOWN);
        if (path.endsWith("/users") && route.method().equals("GET") && !path.contains("operator")) {
            path += "?handle=alice";
        }
        var body = route.method().equals("GET") || route.method().equals("DELETE")
                ? null
                : BODIES.getOrDefault(route.toString(), "{}");
        var answer = world.ask(who, route.method(), path, body, "Idempotency-Key", "matrix-" + route.hashCode());
        return Integer.toString(answer.statusCode());
    }

    /** Reading before writing and ending last, so that what one row does changes no other row. */
    private static List<Routes.Route> inOrder(List<Routes.Route> routes) {
        var order = List.of("GET", "POST", "PATCH", "PUT", "DELETE");
        return routes.stream()
                .sorted((one, other) -> order.indexOf(one.method()) - order.indexOf(other.method()))
                .toList();
    }

    private static Map<String, String> rows() throws Exception {
        var rows = new LinkedHashMap<String, String>();
        if (!Files.exists(TABLE)) {
            return rows;
        }
        for (var line : Files.readAllLines(TABLE)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                var cells = line.trim().split("\\s+");
                rows.put(cells[0] + " " + cells[1], Arrays.stream(cells).skip(2).collect(Collectors.joining(" ")));
            }
        }
        return rows;
    }

    private static String table(Map<String, String> rows) {
        var text = new StringBuilder("# Status of each endpoint for each kind of person; see EndpointMatrixTests\n");
        text.append("%-6s %-68s".formatted("#", "endpoint"));
        for (var who : Who.values()) {
            text.append("%-9s".formatted(who.name().toLowerCase(Locale.ROOT)));
        }
        text.append('\n');
        rows.entrySet().stream()
                .sorted(Map.Entry.comparingByKey((one, other) ->
                        (one.substring(one.indexOf(' ')) + one).compareTo(other.substring(other.indexOf(' ')) + other)))
                .forEach(row -> {
                    var name = row.getKey().split(" ");
                    var line = new StringBuilder("%-6s %-68s".formatted(name[0], name[1]));
                    for (var cell : row.getValue().split(" ")) {
                        line.append("%-9s".formatted(cell));
                    }
                    text.append(line.toString().stripTrailing()).append('\n');
                });
        return text.toString().replaceAll(" +\n", "\n");
    }
}
