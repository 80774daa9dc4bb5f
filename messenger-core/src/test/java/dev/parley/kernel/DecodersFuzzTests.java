package dev.parley.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** With JAZZER_FUZZ=1 Jazzer looks for texts that break the decoders; without it the ones that are kept beside the tests are read again. */
class DecodersFuzzTests {
    @FuzzTest(maxDuration = "5m")
    void everyTextIsACursorOrRefusedInOneWay(byte[] bytes) {
        try {
            var cursor = Cursor.parse(new String(bytes, StandardCharsets.UTF_8));

            assertThat(Cursor.parse(cursor.format())).isEqualTo(cursor);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotNull();
        }
    }

    @FuzzTest(maxDuration = "5m")
    void everyTextIsAnIdempotencyKeyOrNot(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);

        if (IdempotencyKey.isValid(text)) {
            assertThat(new IdempotencyKey(text).value()).isEqualTo(text).hasSizeBetween(1, IdempotencyKey.LONGEST);
        }
    }
}
