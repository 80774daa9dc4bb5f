package dev.parley.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.parley.kernel.MediaId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.media.StoreOutcome.Refused;
import dev.parley.media.StoreOutcome.Stored;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest
class MediaModuleTests {
    private static final UserId ALICE = UserId.next();

    private final MediaStore store;

    @Autowired
    MediaModuleTests(MediaStore store) {
        this.store = store;
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif"})
    void storesAPictureWithThumbnailAndColor(String format) throws IOException {
        var file = Pictures.picture(format, 1200, 600, new Color(200, 100, 0));

        var media = stored(file);

        assertThat(media.contentType()).isEqualTo("image/" + format);
        assertThat(media.widthPx()).isEqualTo(1200);
        assertThat(media.heightPx()).isEqualTo(600);
        assertThat(media.placeholderColor()).matches("#c[6-9a]6[2-6]0[0-4]");
        assertThat(store.find(media.id())).contains(media);
        assertThat(store.find(List.of(media.id(), MediaId.next()))).containsOnlyKeys(media.id());
        assertThat(image(store.content(media.id()).orElseThrow()).getWidth()).isEqualTo(1200);
        var thumbnail = image(store.thumbnail(media.id()).orElseThrow());
        assertThat(thumbnail.getWidth()).isEqualTo(480);
        assertThat(thumbnail.getHeight()).isEqualTo(240);
    }

    @Test
    void storesWebp() throws IOException {
        var media = stored(Pictures.webp());

        assertThat(media.contentType()).isEqualTo("image/webp");
        assertThat(image(store.content(media.id()).orElseThrow()).getWidth()).isEqualTo(1);
    }

    @Test
    void keepsASmallPictureSmallAndItsTransparency() throws IOException {
        var media = stored(Pictures.picture("png", 30, 20, new Color(255, 0, 0, 0)));

        var thumbnail = store.thumbnail(media.id()).orElseThrow();

        assertThat(thumbnail.contentType()).isEqualTo("image/png");
        assertThat(image(thumbnail).getWidth()).isEqualTo(30);
        assertThat(new Color(image(thumbnail).getRGB(3, 3), true).getAlpha()).isZero();
        assertThat(media.placeholderColor()).isEqualTo("#808080");
    }

    @Test
    void turnsAPhotoAsItsCameraSaidAndForgetsThePlace() throws IOException {
        var media = stored(Pictures.photo(400, 300, 6, "52.5163N 13.3777E"));

        assertThat(media.widthPx()).isEqualTo(300);
        assertThat(media.heightPx()).isEqualTo(400);
        assertThat(image(store.thumbnail(media.id()).orElseThrow()).getHeight()).isEqualTo(400);
        var kept = store.content(media.id()).orElseThrow();
        assertThat(new String(kept.bytes(), ISO_8859_1))
                .doesNotContain("52.5163N")
                .contains("Exif");
        assertThat(image(kept).getWidth()).isEqualTo(400);
        assertThat(stored(kept.bytes()).widthPx()).isEqualTo(300);
    }

    @Test
    void forgetsTheNotesInAPng() throws IOException {
        var media = stored(Pictures.pngWithText("at home"));

        var kept = store.content(media.id()).orElseThrow();

        assertThat(new String(kept.bytes(), ISO_8859_1)).doesNotContain("at home");
        assertThat(image(kept).getWidth()).isEqualTo(10);
        assertThat(media.bytes()).isEqualTo(kept.bytes().length);
    }

    @Test
    void refusesAPictureOfABillionPixelsFromItsHeader() {
        var refusal = refused(Pictures.pngOf(40_000, 25_000));

        assertThat(refusal.problem()).isEqualTo("too-many-pixels");
        assertThat(refusal.rule()).isEqualTo("media.pixels");
        assertThat(refusal.value()).isEqualTo("1000000000");
        assertThat(refusal.limit()).isEqualTo("40000000");
    }

    @Test
    void countsPixelsBeyondAnInt() {
        assertThat(refused(Pictures.pngOf(Integer.MAX_VALUE, Integer.MAX_VALUE)).problem())
                .isIn("too-many-pixels", "not-an-image");
        assertThat(refused(Pictures.pngOf(65_536, 65_536)).problem()).isEqualTo("too-many-pixels");
    }

    @Test
    void refusesAGifThatIsDrawnOnAHugeArea() {
        var gif = Pictures.picture("gif", 10, 10, Color.RED);
        Arrays.fill(gif, 6, 10, (byte) 0xFF);

        assertThat(refused(gif).value()).isEqualTo(Long.toString(65_535L * 65_535L));
    }

    @Test
    void refusesAnAnimationOfTooManyPictures() {
        assertThat(stored(Pictures.animation(300)).contentType()).isEqualTo("image/gif");

        var refusal = refused(Pictures.animation(301));

        assertThat(refusal.rule()).isEqualTo("media.frames");
        assertThat(refusal.limit()).isEqualTo("300");
    }

    @Test
    void refusesMoreThanTenMegabytes() {
        var refusal = refused(new byte[10 * 1024 * 1024 + 1]);

        assertThat(refusal.problem()).isEqualTo("too-large");
        assertThat(refusal.value()).isEqualTo("10485761");
        assertThat(refusal.limit()).isEqualTo("10485760");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello", "%PDF-1.7", "<html><script>alert(1)</script>", "GIF89a", "RIFF....WEBPVP8 ", "PK"})
    void refusesWhatIsNoPicture(String content) {
        assertThat(refused(content.getBytes(UTF_8)).problem()).isEqualTo("not-an-image");
    }

    @Test
    void refusesOtherKindsOfPictures() {
        assertThat(refused("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(UTF_8))
                        .problem())
                .isIn("unsupported-media", "not-an-image");
        assertThat(refused(Pictures.picture("bmp", 4, 4, Color.RED)).problem()).isEqualTo("unsupported-media");
    }

    @Test
    void answersEveryDamagedFile() {
        var random = new Random(7);
        for (var file : List.of(
                Pictures.photo(200, 100, 3, "somewhere"),
                Pictures.pngWithText("somewhere"),
                Pictures.picture("gif", 40, 40, Color.RED),
                Pictures.webp())) {
            for (var round = 0; round < 60; round++) {
                var damaged = Arrays.copyOf(file, round % 3 == 0 ? random.nextInt(file.length) : file.length);
                for (var i = 0; i < 1 + round % 5 && damaged.length > 0; i++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }

                assertThat(store.store(upload(damaged))).isNotNull();
            }
        }
    }

    @Test
    void keepsADescriptionWithoutControlCharacters() {
        var media = store.store(new NewMedia(
                ALICE, MediaPurpose.PUSH, " A loaf\u0000 of bread ", Pictures.picture("jpeg", 5, 5, Color.RED)));

        assertThat(media).isInstanceOfSatisfying(Stored.class, stored -> {
            assertThat(stored.media().description()).isEqualTo("A loaf of bread");
            assertThat(stored.media().purpose()).isEqualTo(MediaPurpose.PUSH);
        });
    }

    @Test
    void knowsNothingOfOtherIds() {
        assertThat(store.find(MediaId.next())).isEmpty();
        assertThat(store.content(MediaId.next())).isEmpty();
        assertThat(store.thumbnail(MediaId.next())).isEmpty();
    }

    private Media stored(byte[] file) {
        return switch (store.store(upload(file))) {
            case Stored(var media) -> media;
            case Refused(var refusal) -> fail("refused: " + refusal);
        };
    }

    private Refusal refused(byte[] file) {
        return switch (store.store(upload(file))) {
            case Stored(var media) -> fail("stored: " + media);
            case Refused(var refusal) -> refusal;
        };
    }

    private static NewMedia upload(byte[] file) {
        return new NewMedia(ALICE, MediaPurpose.MESSAGE, null, file);
    }

    private static BufferedImage image(MediaContent content) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(content.bytes()));
    }
}
