package dev.parley.e2e.faults;

import dev.parley.e2e.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes what no honest client sends out of what one would: a seed decides what is changed, and how. */
final class Nonsense {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "\uD800",
            "\uDFFF\uD800",
            "\uFFFE\uFFFF",
            "\u202Egnp.exe",
            "🏳️‍🌈".repeat(40),
            "Z\u0351\u036B\u0343".repeat(100),
            "x".repeat(5_000),
            "'; drop table message; --",
            "{{7*7}}${7*7}<script>alert(1)</script>",
            "../../../../etc/passwd",
            "javascript:alert(1)",
            "http://127.0.0.1:1/",
            "http://[::1",
            "9223372036854775808.-1",
            "1.1.1",
            "-1.-1",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "019b9c5e-4a10-7c3e-9d51-3f0a6a3c1e0",
            "2026-02-30T25:61:61Z",
            "+999999999-12-31T23:59:59Z",
            "Mars/Base",
            "%",
            "%00",
            "\r\nX-Injected: 1",
            "null",
            "true",
            "NaN",
            "1e999");
    private static final List<String> RAW = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e400",
            "-1e400",
            "1e-400",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "0.1",
            "123456789012345678901234567890",
            "1" + "0".repeat(2_000),
            "[]",
            "{}",
            "[[[[[[]]]]]]",
            "[null]",
            "{\"type\":null}",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\x\"",
            "NaN",
            "'x'",
            "//",
            "undefined");

    private final Random random;
    private final List<String> ids;

    /** @param ids of things that exist, the sender's and those of others */
    Nonsense(Random random, List<String> ids) {
        this.random = random;
        this.ids = List.copyOf(ids);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    String text() {
        return random.nextInt(3) == 0 ? pick(ids) : pick(TEXTS);
    }

    String id() {
        return pick(ids);
    }

    /** The JSON of an honest client, with up to four changes to what it says, and then sometimes to how it is written. */
    String changed(JsonNode honest) {
        var tree = honest.deepCopy();
        fillIds(tree);
        for (var changes = random.nextInt(4); changes > 0; changes--) {
            change(tree);
        }
        var text = Api.JSON.writeValueAsString(tree);
        return switch (random.nextInt(8)) {
            case 0 -> scratch(text);
            case 1 -> random.nextInt(4) == 0 ? deep() : replaceOneValue(text);
            default -> text;
        };
    }

    /** Text with some of its characters lost, doubled or exchanged. */
    String scratch(String text) {
        var scratched = new StringBuilder(text);
        for (var i = random.nextInt(6); i >= 0 && !scratched.isEmpty(); i--) {
            var at = random.nextInt(scratched.length());
            switch (random.nextInt(5)) {
                case 0 -> scratched.deleteCharAt(at);
                case 1 -> scratched.insert(at, scratched.charAt(at));
                case 2 -> scratched.setCharAt(at, (char) random.nextInt(128));
                case 3 -> scratched.insert(at, pick(TEXTS));
                default -> scratched.setLength(at);
            }
        }
        return scratched.toString();
    }

    private String deep() {
        var depth = 1 + random.nextInt(3_000);
        return random.nextBoolean() ? "[".repeat(depth) : "{\"type\":".repeat(depth) + "1" + "}".repeat(depth);
    }

    private String replaceOneValue(String text) {
        var colon = text.indexOf(':', random.nextInt(Math.max(1, text.length())));
        if (colon < 0) {
            return pick(RAW);
        }
        var end = colon + 1;
        while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, colon + 1) + pick(RAW) + text.substring(end);
    }

    /** Ids of the examples mean nothing here: most become some that do. */
    private void fillIds(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var name : List.copyOf(object.propertyNames())) {
                var value = object.get(name);
                if (value.isString() && value.stringValue().length() == 36 && random.nextInt(5) > 0) {
                    object.put(name, pick(ids));
                } else if (name.equals("key")) {
                    object.put(name, "k" + random.nextInt(200));
                } else {
                    fillIds(value);
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(this::fillIds);
        }
    }

    private void change(JsonNode tree) {
        var places = new ArrayList<ObjectNode>();
        collect(tree, places);
        if (places.isEmpty()) {
            return;
        }
        var object = pick(places);
        var names = List.copyOf(object.propertyNames());
        if (names.isEmpty()) {
            object.put(text(), text());
            return;
        }
        var name = pick(names);
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name, NODES.arrayNode().add(object.get(name)));
            case 2 -> object.set(pick(TEXTS), object.get(name));
            case 3 -> object.put(name, random.nextLong());
            default -> object.put(name, text());
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> places) {
        if (node instanceof ObjectNode object) {
            places.add(object);
        }
        node.forEach(child -> collect(child, places));
    }
}
