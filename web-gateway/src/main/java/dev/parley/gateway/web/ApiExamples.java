package dev.parley.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.gateway.problem.Problem;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Examples for the description, made from the schemas, so that a new member is in the example of every route at once. What a value looks
 * like is looked up in {@code examples.json} under {@code Schema}, {@code Schema.member} or {@code member}, in this order; else the
 * schema's own example, its first allowed value, or a plain value of its type is taken.
 */
@SuppressWarnings("rawtypes") // Schema<T> is used raw by the library itself
final class ApiExamples {
    private static final String REFERENCE = "#/components/schemas/";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonNode KNOWN = known();

    private final Map<String, Schema> schemas;

    ApiExamples(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /** An example of that schema. */
    JsonNode of(Schema schema) {
        return value("", "", schema);
    }

    /** At least one example for each kind of message body. */
    static List<Object> bodies() {
        return StreamSupport.stream(KNOWN.path("#bodies").spliterator(), false)
                .<Object>map(Function.identity())
                .toList();
    }

    /** One example for each problem that a route can answer with, under its name. */
    static Map<String, Example> problems() {
        var examples = new TreeMap<String, Example>();
        Arrays.stream(Problem.values())
                .filter(problem -> KNOWN.path("problems").has(problem.problemName()))
                .forEach(problem -> examples.put(
                        problem.problemName(),
                        new Example().summary(problem.title()).value(example(problem))));
        return examples;
    }

    private static ObjectNode example(Problem problem) {
        var example = NODES.objectNode();
        example.put("type", "/problems/" + problem.problemName());
        example.put("title", problem.title());
        example.put("status", problem.status());
        example.put("problem", problem.problemName());
        example.setAll((ObjectNode) KNOWN.path("problems").path(problem.problemName()));
        example.put("reference", "7F3A-11");
        return example;
    }

    private JsonNode value(String owner, String member, Schema schema) {
        var reference = schema.get$ref();
        if (reference != null) {
            return ofNamed(owner, member, reference.substring(REFERENCE.length()));
        }
        var known = member.isEmpty() ? null : known(owner, member);
        if (known != null && fits(schema, known)) {
            return known;
        }
        if (schema.getOneOf() != null && !schema.getOneOf().isEmpty()) {
            return value(owner, member, (Schema) schema.getOneOf().getFirst());
        }
        if (schema.getItems() != null) {
            return NODES.arrayNode().add(value(owner, member, schema.getItems()));
        }
        if (schema.getProperties() != null || "object".equals(type(schema))) {
            return object(owner, schema);
        }
        return plain(owner, member, schema);
    }

    private JsonNode ofNamed(String owner, String member, String name) {
        var absent = member.isEmpty() ? null : KNOWN.get(owner + "." + member);
        if (absent != null) {
            return absent;
        }
        var whole = KNOWN.get(name);
        return whole != null ? whole : value(name, "", schemas.getOrDefault(name, new Schema<>()));
    }

    private JsonNode object(String owner, Schema<?> schema) {
        var object = NODES.objectNode();
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> object.set(name, value(owner, name, property)));
        } else if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            object.set("name", value(owner, "", values));
        }
        return object;
    }

    private static JsonNode plain(String owner, String member, Schema<?> schema) {
        if (schema.getExample() != null) {
            return Json31.mapper().valueToTree(schema.getExample());
        }
        if (schema.getEnum() != null && !schema.getEnum().isEmpty()) {
            return Json31.mapper().valueToTree(schema.getEnum().getFirst());
        }
        if (schema.getConst() != null) {
            return Json31.mapper().valueToTree(schema.getConst());
        }
        return switch (type(schema)) {
            case "integer" -> NODES.numberNode(least(schema).longValue());
            case "number" -> NODES.numberNode(least(schema));
            case "boolean" -> NODES.booleanNode(false);
            default -> NODES.textNode(text(owner, member, schema));
        };
    }

    private static String text(String owner, String member, Schema<?> schema) {
        return switch (schema.getFormat() == null ? "" : schema.getFormat()) {
            case "uuid" -> id(member.equals("id") ? owner : member);
            case "date-time" -> "2026-03-02T09:00:00Z";
            case "date" -> "2026-03-02";
            case "uri" -> "https://example.org/";
            case "binary" -> "(the bytes of the file)";
            default -> member.isEmpty() ? "text" : words(member);
        };
    }

    /** The same id for the same thing wherever it stands. */
    private static String id(String thing) {
        var plain = thing.toLowerCase(Locale.ROOT).replaceAll("id$|^new|^operator|^begun", "");
        return "019b9c5e-4a10-7c3e-9d51-%012x".formatted(Integer.toUnsignedLong(plain.hashCode()));
    }

    private static String words(String member) {
        return member.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    private static BigDecimal least(Schema<?> schema) {
        return schema.getMinimum() == null ? BigDecimal.ONE : schema.getMinimum();
    }

    private static @Nullable JsonNode known(String owner, String member) {
        var particular = KNOWN.get(owner + "." + member);
        return particular != null ? particular : KNOWN.get(member);
    }

    /** Whether a value found by its name alone is meant for this schema at all. */
    private static boolean fits(Schema<?> schema, JsonNode known) {
        if (schema.getOneOf() != null && !schema.getOneOf().isEmpty()) {
            return schema.getOneOf().stream().anyMatch(one -> fits(one, known));
        }
        if (known.isNull()) {
            return schema.getTypes() != null && schema.getTypes().contains("null");
        }
        var right = switch (type(schema)) {
            case "string" -> known.isTextual();
            case "integer", "number" -> known.isNumber();
            case "boolean" -> known.isBoolean();
            case "array" -> known.isArray();
            default -> known.isObject();
        };
        return right
                && (schema.getEnum() == null
                        || schema.getEnum().stream()
                                .anyMatch(allowed -> known.asText().equals(String.valueOf(allowed))));
    }

    private static String type(Schema<?> schema) {
        if (schema.getTypes() == null) {
            return schema.getType() == null ? "" : schema.getType();
        }
        return schema.getTypes().stream()
                .filter(type -> !type.equals("null"))
                .findFirst()
                .orElse("");
    }

    private static JsonNode known() {
        try (var file = ApiExamples.class.getResourceAsStream("examples.json")) {
            if (file == null) {
                throw new IllegalStateException("examples.json is not beside " + ApiExamples.class);
            }
            return Json31.mapper().readTree(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
