package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.article.Articles;
import dev.parley.draft.Limit;
import dev.parley.gateway.problem.Problem;
import dev.parley.media.MediaKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents that are made from the code, or must name the same things. {@code -Dparley.regenerate=true} writes the former again. */
class DocumentTests {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "parley.data-directory", "PARLEY_DATA_DIR",
            "parley.database.url", "PARLEY_DATABASE_URL",
            "parley.database.user", "PARLEY_DATABASE_USER",
            "parley.database.password", "PARLEY_DATABASE_PASSWORD",
            "parley.nats.url", "PARLEY_NATS_URL");

    @Test
    void everySettingStandsInTheReference() throws IOException {
        var document = DOCS.resolve("configuration.md");
        var generated = reference();

        if (Boolean.getBoolean("parley.regenerate")) {
            Files.writeString(document, generated);
        }
        assertThat(Files.readString(document))
                .as("docs/configuration.md is stale: run this test with -Dparley.regenerate=true")
                .isEqualTo(generated);
    }

    @Test
    void everyProblemIsExplained() throws IOException {
        var explained = Files.readAllLines(DOCS.resolve("protocol/problems.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();

        var names = Arrays.stream(Problem.values()).map(Problem::problemName).toList();
        assertThat(explained).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void everyLimitOfWhatCanBeSaidStandsInTheTable() throws IOException {
        var document = DOCS.resolve("protocol/limits.md");
        var generated = limits();

        if (Boolean.getBoolean("parley.regenerate")) {
            Files.writeString(document, generated);
        }
        assertThat(Files.readString(document))
                .as("docs/protocol/limits.md is stale: run this test with -Dparley.regenerate=true")
                .isEqualTo(generated);
    }

    private static String limits() {
        var bodies = Arrays.stream(Limit.values())
                .map(limit -> "| `%s` | %s | %s | %s |"
                        .formatted(
                                limit.code(),
                                limit.subject(),
                                number(limit.most()),
                                limit.unit().word()));
        var uploads = Arrays.stream(MediaKind.values())
                .map(kind -> "| `media-%s` | an upload of kind %s | %s | MB |"
                        .formatted(kind.code(), kind.code(), kind.largestMegabytes()));
        var pages = Map.of(
                        "title of an article page", Articles.TITLE_LENGTH,
                        "summary of an article page", Articles.SUMMARY_LENGTH,
                        "description of its cover", Articles.DESCRIPTION_LENGTH,
                        "body of an article page, as HTML", Articles.BODY_LENGTH)
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> "| `article-page` | %s | %s | characters |"
                        .formatted(entry.getKey(), number(entry.getValue())));
        return """
                # Limits of what can be said

                Generated from `Limit`, `MediaKind` and `Articles`; do not edit. Characters are Unicode code points. Whatever goes beyond is
                refused as `invalid-request` (uploads: `too-large`), with the field, the rule, the value and the limit. The same limits stand
                in [openapi.yaml](openapi.yaml) as `maxLength` and `maxItems`.

                | limit | of what | at most | unit |
                | --- | --- | --- | --- |
                """
                + Stream.of(bodies, uploads, pages).flatMap(Function.identity()).collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String number(int value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String reference() throws IOException {
        var settings = new TreeMap<String, JsonNode>();
        var json = JsonMapper.shared();
        for (var file : Collections.list(
                DocumentTests.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            try (var content = file.openStream()) {
                for (var property : json.readTree(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                        .path("properties")) {
                    if (property.path("name").asString().startsWith("parley.")) {
                        settings.put(property.path("name").asString(), property);
                    }
                }
            }
        }
        var rows = settings.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
        return """
                # Settings

                Generated from the settings records; do not edit. Each can be given on the command line (`--parley.web.base-address=…`), as
                a system property, or in the environment: upper case, dots as underscores, dashes left out (`PARLEY_WEB_BASEADDRESS`).
                The port is `PARLEY_PORT` (or `--server.port`), 8080 by default. Behind a proxy that ends TLS set
                `--server.forward-headers-strategy=native`. A default is safe for a small server.

                | setting | type | default | what it does |
                | --- | --- | --- | --- |
                """ + rows + "\n";
    }

    private static String row(String name, JsonNode property) {
        var value = property.path("defaultValue");
        var shown = value.isMissingNode() || value.asString("").isEmpty() && value.isString()
                ? ""
                : "`" + (value.isString() ? value.asString() : value.toString()) + "`";
        var type = property.path("type").asString();
        var environment = ENVIRONMENT.get(name);
        return String.join(
                " | ",
                List.of(
                        "| `" + name + "`" + (environment == null ? "" : " (`" + environment + "`)"),
                        type.substring(type.lastIndexOf('.') + 1)
                                .replace("<java.lang.String>", "")
                                .replace('$', '.'),
                        shown,
                        property.path("description")
                                        .asString("")
                                        .replace('\n', ' ')
                                        .replaceAll("\\s+", " ") + " |"));
    }
}
