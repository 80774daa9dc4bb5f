package dev.parley.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.media.Inspection.Recording;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a file is and how long it plays, read from files made of what the formats ask for and nothing else. */
class ContainersTests {
    @Test
    void readsWav() {
        var wav = little(44 + 16_000)
                .put(ascii("RIFF"))
                .putInt(36 + 16_000)
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(8_000)
                .putInt(8_000)
                .putShort((short) 1)
                .putShort((short) 8)
                .put(ascii("data"))
                .putInt(16_000);

        assertThat(Containers.read(wav.array())).contains(new Recording("audio/wav", 0, 0, 2_000L));
    }

    @Test
    void readsMp3() {
        var frame = new byte[417];
        frame[0] = (byte) 0xFF;
        frame[1] = (byte) 0xFB; // MPEG 1, layer III
        frame[2] = (byte) 0x90; // 128 kbit/s, 44.1 kHz
        var mp3 = joined(frame, frame, frame, frame);

        assertThat(Containers.read(mp3)).contains(new Recording("audio/mpeg", 0, 0, 104L));
    }

    @Test
    void readsOgg() {
        var head = little(27 + 1 + 19)
                .put(ascii("OggS"))
                .put(new byte[22])
                .put((byte) 1)
                .put((byte) 19)
                .put(ascii("OpusHead"))
                .put((byte) 1)
                .put((byte) 1)
                .putShort((short) 312)
                .putInt(48_000);
        var last = little(27).put(ascii("OggS")).putShort((short) 0).putLong(48_312);

        assertThat(Containers.read(joined(head.array(), last.array())))
                .contains(new Recording("audio/ogg", 0, 0, 1_000L));
    }

    @Test
    void readsMp4() {
        var movie = box(
                "mvhd",
                ByteBuffer.allocate(100)
                        .putInt(0)
                        .putLong(0)
                        .putInt(1_000)
                        .putInt(5_500)
                        .array());
        var track = box(
                "tkhd",
                ByteBuffer.allocate(84)
                        .position(76)
                        .putInt(640 << 16)
                        .putInt(360 << 16)
                        .array());
        var handler = box(
                "mdia",
                box(
                        "hdlr",
                        ByteBuffer.allocate(24).position(8).put(ascii("vide")).array()));
        var mp4 = joined(
                box("ftyp", ascii("isom\0\0\0\0")), box("moov", joined(movie, box("trak", joined(track, handler)))));

        assertThat(Containers.read(mp4)).contains(new Recording("video/mp4", 640, 360, 5_500L));
        assertThat(Containers.read(joined(box("ftyp", ascii("M4A \0\0\0\0")), box("moov", movie))))
                .contains(new Recording("audio/mp4", 0, 0, 5_500L));
    }

    @Test
    void readsWebM() {
        var duration = ByteBuffer.allocate(4).putFloat(1_500).array();
        var head = element(new int[] {0x1A, 0x45, 0xDF, 0xA3}, element(new int[] {0x42, 0x82}, ascii("webm")));
        var info = element(new int[] {0x15, 0x49, 0xA9, 0x66}, element(new int[] {0x44, 0x89}, duration));
        var track = element(
                new int[] {0x16, 0x54, 0xAE, 0x6B},
                element(
                        new int[] {0xAE},
                        joined(
                                element(new int[] {0x83}, new byte[] {1}),
                                element(
                                        new int[] {0xE0},
                                        joined(
                                                element(new int[] {0xB0}, new byte[] {1, 64}),
                                                element(new int[] {0xBA}, new byte[] {(byte) 240}))))));
        var segment = element(new int[] {0x18, 0x53, 0x80, 0x67}, joined(info, track));

        assertThat(Containers.read(joined(head, segment))).contains(new Recording("video/webm", 320, 240, 1_500L));
        assertThat(Containers.read(joined(head, element(new int[] {0x18, 0x53, 0x80, 0x67}, info))))
                .contains(new Recording("audio/webm", 0, 0, 1_500L));
    }

    @Test
    void takesNothingElseAndNoBrokenFile() {
        assertThat(Containers.read(new byte[0])).isEmpty();
        assertThat(Containers.read(ascii("<html><script>"))).isEmpty();
        var random = new Random(7);
        for (var begin : new String[] {"OggS", "RIFF\0\0\0\0WAVE", "\32E\337\243", "\0\0\0\20ftyp", "ID3"}) {
            for (var round = 0; round < 200; round++) {
                var content = new byte[random.nextInt(300) + 20];
                random.nextBytes(content);
                var head = begin.getBytes(StandardCharsets.ISO_8859_1);
                System.arraycopy(head, 0, content, 0, head.length);

                assertThat(Containers.read(content)).isNotNull(); // whatever it finds, it comes back
            }
        }
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(ascii(type))
                .put(content)
                .array();
    }

    private static byte[] element(int[] id, byte[] content) {
        var element = ByteBuffer.allocate(id.length + 1 + content.length);
        Arrays.stream(id).forEach(part -> element.put((byte) part));
        return element.put((byte) (0x80 | content.length)).put(content).array();
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
