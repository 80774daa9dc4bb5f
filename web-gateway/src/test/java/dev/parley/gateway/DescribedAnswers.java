package dev.parley.gateway;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Holds an answer beside its schema in our OpenAPI 3.1 description: each field is described, has a described type and an
 * allowed value, and none that is required is missing. The validators at hand read 3.0 only, where null is no type.
 */
final class DescribedAnswers {
    private final JsonNode document;

    DescribedAnswers(JsonNode document) {
        this.document = document;
    }

    List<String> differences(String method, String path, int status, JsonNode answer) {
        var found = new ArrayList<String>();
        var responses = document.path("paths").path(path).path(method).path("responses");
        var content = responses.path(Integer.toString(status)).path("content");
        var schema = content.path("application/json").path("schema");
        if (schema.isMissingNode()) {
            schema = content.path("*/*").path("schema");
        }
        if (schema.isMissingNode()) {
            found.add(method + " " + path + " " + status + " has no described answer");
        } else {
            compare("", schema, answer, found);
        }
        return found;
    }

    /** Holds a value beside any schema of the description. */
    List<String> differences(JsonNode schema, JsonNode value) {
        var found = new ArrayList<String>();
        compare("", schema, value, found);
        return found;
    }

    private void compare(String at, JsonNode unresolved, JsonNode value, List<String> found) {
        var schema = resolve(unresolved);
        var choices = schema.has("oneOf") ? schema.path("oneOf") : schema.path("anyOf");
        if (!choices.isMissingNode()) {
            var fits = StreamSupport.stream(choices.spliterator(), false).anyMatch(choice -> {
                var differences = new ArrayList<String>();
                compare(at, choice, value, differences);
                return differences.isEmpty();
            });
            if (!fits) {
                found.add(at + " fits none of its described forms");
            }
            return;
        }
        if (value.isNull()) {
            if (!types(schema).contains("null")) {
                found.add(at + " is null but described as " + schema.path("type"));
            }
            return;
        }
        if (value.isObject()) {
            compareObject(at, schema, value, found);
        } else if (value.isArray()) {
            for (var i = 0; i < value.size(); i++) {
                compare(at + "[" + i + "]", schema.path("items"), value.get(i), found);
            }
        } else if (!isOfType(schema, value)) {
            found.add(at + " is " + value + " but described as " + schema.path("type"));
        } else if (!isAllowed(schema, value)) {
            found.add(at + " is " + value + " but described as " + schema);
        }
    }

    private void compareObject(String at, JsonNode schema, JsonNode value, List<String> found) {
        var properties = schema.path("properties");
        var others = schema.path("additionalProperties");
        for (var field : value.properties()) {
            var described = properties.path(field.getKey());
            if (!described.isMissingNode()) {
                compare(at + "." + field.getKey(), described, field.getValue(), found);
            } else if (!others.isMissingNode() && !others.isBoolean()) {
                compare(at + "." + field.getKey(), others, field.getValue(), found);
            } else if (!schema.has("discriminator") && !schema.has("allOf")) {
                found.add(at + "." + field.getKey() + " is not described");
            }
        }
        for (var required : schema.path("required")) {
            if (!value.has(required.asString())) {
                found.add(at + "." + required.asString() + " is missing");
            }
        }
    }

    private static boolean isOfType(JsonNode schema, JsonNode value) {
        var names = types(schema);
        return names.isEmpty()
                || names.stream().anyMatch(name -> switch (name) {
                    case "string" -> value.isString();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    default -> false;
                });
    }

    private static boolean isAllowed(JsonNode schema, JsonNode value) {
        if (schema.has("enum")
                && StreamSupport.stream(schema.path("enum").spliterator(), false)
                        .noneMatch(value::equals)) {
            return false;
        }
        if (value.isNumber()) {
            return (!schema.has("minimum")
                            || value.asLong() >= schema.path("minimum").asLong())
                    && (!schema.has("maximum")
                            || value.asLong() <= schema.path("maximum").asLong());
        }
        if (!value.isString()) {
            return true;
        }
        var text = value.asString();
        return text.length() >= schema.path("minLength").asInt(0)
                && text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && (!schema.has("pattern")
                        || Pattern.matches(schema.path("pattern").asString(), text))
                && hasFormat(schema.path("format").asString(""), text);
    }

    private static boolean hasFormat(String format, String text) {
        try {
            switch (format) {
                case "uuid" -> UUID.fromString(text);
                case "date-time" -> Instant.parse(text);
                case "date" -> LocalDate.parse(text);
                case "uri" -> URI.create(text);
                default -> {
                    return true;
                }
            }
            return true;
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            return false;
        }
    }

    private static List<String> types(JsonNode schema) {
        var type = schema.path("type");
        if (type.isMissingNode()) {
            return List.of();
        }
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asString)
                        .toList()
                : List.of(type.asString());
    }

    private JsonNode resolve(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }
}
