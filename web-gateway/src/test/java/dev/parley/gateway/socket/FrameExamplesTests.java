package dev.parley.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.Nulls;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.EndReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Frames, their examples and docs/protocol/socket.md say the same. */
class FrameExamplesTests {
    private static final Path PROTOCOL = Path.of("..", "docs", "protocol");
    private static final Path EXAMPLES = PROTOCOL.resolve("examples").resolve("socket");

    private final JsonMapper json = JsonMapper.builder()
            .withConfigOverride(
                    List.class, lists -> lists.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    static Stream<Class<?>> clientFrames() {
        return Arrays.stream(ClientFrame.class.getPermittedSubclasses());
    }

    static Stream<Class<?>> serverFrames() {
        return Arrays.stream(ServerFrame.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("clientFrames")
    void everyFrameFromADeviceHasADocumentedExample(Class<?> frame) throws IOException {
        assertThatItRoundTrips("client." + typeOf(frame), frame, ClientFrame.class);
    }

    @ParameterizedTest
    @MethodSource("serverFrames")
    void everyFrameToADeviceHasADocumentedExample(Class<?> frame) throws IOException {
        assertThatItRoundTrips("server." + typeOf(frame), frame, ServerFrame.class);
    }

    @Test
    void everyExampleBelongsToAFrame() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            var names = files.map(file -> file.getFileName().toString()).toList();

            assertThat(names)
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    clientFrames().map(frame -> "client." + typeOf(frame) + ".json"),
                                    serverFrames().map(frame -> "server." + typeOf(frame) + ".json"))
                            .toList());
        }
    }

    @Test
    void theProtocolNamesEveryCloseCodeAndChangedThing() throws IOException {
        var text = Files.readString(PROTOCOL.resolve("socket.md"));

        for (var close : List.of(
                SocketClose.SESSION_ENDED,
                SocketClose.TOO_MANY_FRAMES,
                SocketClose.SLOW_READER,
                SocketClose.PROTOCOL,
                SocketClose.SUPERSEDED,
                SocketClose.TOO_LARGE,
                SocketClose.of(EndReason.GOING_AWAY),
                SocketClose.FAILED)) {
            assertThat(text).contains("| " + close.getCode() + " |");
        }
        for (var thing : ChangedThing.values()) {
            assertThat(text).contains("`" + thing.wireName() + "`");
        }
    }

    private <T> void assertThatItRoundTrips(String name, Class<?> frame, Class<T> kind) throws IOException {
        var example = json.readTree(Files.readString(EXAMPLES.resolve(name + ".json")));
        var parsed = json.treeToValue(example, kind);

        assertThat(parsed).isInstanceOf(frame);
        assertThat(json.readTree(json.writerFor(kind).writeValueAsString(parsed)))
                .isEqualTo(example);
        var text = Files.readString(PROTOCOL.resolve("socket.md"));
        assertThat(text).contains("#### `" + typeOf(frame) + "`").contains("examples/socket/" + name + ".json");
        for (var field : frame.getRecordComponents()) {
            assertThat(text).contains("`" + field.getName() + "`");
        }
    }

    private static String typeOf(Class<?> frame) {
        return Objects.requireNonNull(frame.getAnnotation(JsonTypeName.class)).value();
    }
}
