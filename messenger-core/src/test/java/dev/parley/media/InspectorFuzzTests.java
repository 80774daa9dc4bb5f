package dev.parley.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.springframework.util.unit.DataSize;

/** With JAZZER_FUZZ=1 Jazzer looks for uploads that break the inspector; without it the ones that are kept beside the tests are read again. */
class InspectorFuzzTests {
    private final Inspector inspector = new Inspector(new MediaProperties(DataSize.ofKilobytes(64), 1_000_000, 20, 1));

    @FuzzTest(maxDuration = "10m")
    void everyUploadIsAPictureOrRefused(byte[] content) {
        assertThat(inspector.inspect(content)).isNotNull();
    }
}
