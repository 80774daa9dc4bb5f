package dev.parley.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** With JAZZER_FUZZ=1 Jazzer looks for frames that break the decoder; without it the ones that are kept beside the tests are read again. */
class FramesFuzzTests {
    private final Frames frames = reading(null);

    @FuzzTest(maxDuration = "10m")
    void everyTextIsAFrameOrIsToldWhyItIsNone(byte[] bytes) {
        switch (frames.read(new String(bytes, StandardCharsets.UTF_8))) {
            case Frames.NotUnderstood refused ->
                assertThat(refused.problem().status()).isEqualTo(400);
            case Frames.Understood understood -> assertThat(understood.frame()).isNotNull();
        }
    }

    /** Views are for writing. */
    @SuppressWarnings("NullAway")
    private static Frames reading(dev.parley.gateway.conversation.@Nullable MessageViews none) {
        var json = JsonMapper.builder()
                .withConfigOverride(
                        List.class, lists -> lists.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                .build();
        return new Frames(json, none);
    }
}
