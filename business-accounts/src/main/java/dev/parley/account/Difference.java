package dev.parley.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What differs between two states of one account, as the audit log shows it: one line per field. */
record Difference(String before, String after) {
    static Difference between(OfficialAccount before, OfficialAccount after) {
        var old = fields(before);
        var changed = fields(after);
        changed.entrySet().removeIf(field -> Objects.equals(field.getValue(), old.get(field.getKey())));
        old.keySet().retainAll(changed.keySet());
        return new Difference(lines(old), lines(changed));
    }

    private static Map<String, String> fields(OfficialAccount account) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", account.name());
        fields.put("category", account.category().code());
        fields.put("description", account.description());
        fields.put("welcome", account.welcome());
        fields.put(
                "picture",
                account.picture() == null ? "none" : account.picture().toString());
        return fields;
    }

    private static String lines(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining("\n"));
    }
}
