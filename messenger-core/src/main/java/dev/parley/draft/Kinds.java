package dev.parley.draft;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of message bodies by their names on the wire. */
final class Kinds {
    private static final Map<Class<?>, String> CODES = Arrays.stream(NewMessageBody.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(),
                    kind -> kind.getAnnotation(JsonTypeName.class).value()));

    private Kinds() {}

    static String code(Class<?> kind) {
        return CODES.getOrDefault(kind, kind.getSimpleName());
    }

    static Stream<String> all() {
        return CODES.values().stream().sorted();
    }
}
