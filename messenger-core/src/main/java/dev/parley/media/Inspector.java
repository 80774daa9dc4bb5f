package dev.parley.media;

import dev.parley.kernel.Refusal;
import dev.parley.media.Inspection.Picture;
import dev.parley.media.Inspection.Refused;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks into an upload and trusts nothing that is told about it. The type comes from the content; size, pixels and frames are compared with their
 * limits from the headers alone, before a single pixel is decoded; decoding skips rows and columns that a thumbnail does not need, and few pictures
 * are decoded at once. So a small file that unfolds into a picture of a billion pixels costs nothing.
 */
@Component
class Inspector {
    static final int THUMBNAIL_PX = 480;

    private static final Logger LOG = LoggerFactory.getLogger(Inspector.class);
    private static final int GIF_WIDTH = 6;
    private static final int GIF_HEIGHT = 8;
    private static final double THUMBNAIL_QUALITY = 0.82;

    private final Tika tika = new Tika();
    private final MediaProperties properties;
    private final Semaphore turns;

    Inspector(MediaProperties properties) {
        this.properties = properties;
        this.turns = new Semaphore(properties.decodedAtOnce(), true);
        ImageIO.setUseCache(false);
    }

    Inspection inspect(byte[] content) {
        var largest = properties.largestFile().toBytes();
        if (content.length > largest) {
            return refused(
                    "too-large",
                    "media.bytes",
                    content.length,
                    largest,
                    "A picture has at most %d MB."
                            .formatted(properties.largestFile().toMegabytes()));
        }
        var contentType = tika.detect(content);
        var type = PictureType.of(contentType);
        if (type.isEmpty()) {
            return contentType.startsWith("image/")
                    ? new Refused(Refusal.beyond(
                            "unsupported-media",
                            "media.type",
                            contentType,
                            "image/jpeg, image/png, image/webp, image/gif",
                            "Pictures are stored as JPEG, PNG, WebP or GIF."))
                    : notAnImage();
        }
        turns.acquireUninterruptibly();
        try {
            return read(type.get(), content);
        } catch (IOException | RuntimeException e) { // readers throw anything at all for broken files
            LOG.debug("an upload of type {} could not be read", contentType, e);
            return notAnImage();
        } finally {
            turns.release();
        }
    }

    private Inspection read(PictureType type, byte[] content) throws IOException {
        var readers = ImageIO.getImageReadersByFormatName(type.format());
        if (!readers.hasNext()) {
            throw new IllegalStateException("no reader for " + type);
        }
        var reader = readers.next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input, false, false);
            var beyond = measure(type, content, reader);
            return beyond == null ? decode(type, content, reader) : beyond;
        } finally {
            reader.dispose();
        }
    }

    private @Nullable Inspection measure(PictureType type, byte[] content, ImageReader reader) throws IOException {
        var tooBig = type == PictureType.GIF
                ? tooManyPixels(gifSide(content, GIF_WIDTH), gifSide(content, GIF_HEIGHT))
                : tooManyPixels(reader.getWidth(0), reader.getHeight(0));
        if (tooBig != null || type != PictureType.GIF) {
            return tooBig;
        }
        var frames = 0;
        while (frames <= properties.mostFrames() && isThere(reader, frames)) {
            tooBig = tooManyPixels(reader.getWidth(frames), reader.getHeight(frames));
            if (tooBig != null) {
                return tooBig;
            }
            frames++;
        }
        return frames <= properties.mostFrames()
                ? null
                : refused(
                        "too-many-pixels",
                        "media.frames",
                        frames,
                        properties.mostFrames(),
                        "An animation has at most %d pictures.".formatted(properties.mostFrames()));
    }

    private @Nullable Inspection tooManyPixels(int widthPx, int heightPx) {
        if (widthPx < 1 || heightPx < 1) {
            return notAnImage();
        }
        var pixels = (long) widthPx * heightPx;
        return pixels <= properties.mostPixels()
                ? null
                : refused(
                        "too-many-pixels",
                        "media.pixels",
                        pixels,
                        properties.mostPixels(),
                        "A picture has at most %d megapixels.".formatted(properties.mostPixels() / 1_000_000));
    }

    /** Whether there is a frame; moves over the frames before it without decoding them. */
    private static boolean isThere(ImageReader reader, int frame) throws IOException {
        try {
            reader.getWidth(frame);
            return true;
        } catch (IndexOutOfBoundsException _) {
            return false;
        }
    }

    private Inspection decode(PictureType type, byte[] content, ImageReader reader) throws IOException {
        var widthPx = type == PictureType.GIF ? gifSide(content, GIF_WIDTH) : reader.getWidth(0);
        var heightPx = type == PictureType.GIF ? gifSide(content, GIF_HEIGHT) : reader.getHeight(0);
        var orientation = orientation(type, content);
        var parameters = reader.getDefaultReadParam();
        var step = Math.clamp(
                Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * THUMBNAIL_PX),
                1,
                Math.min(reader.getWidth(0), reader.getHeight(0)));
        parameters.setSourceSubsampling(step, step, 0, 0);
        var image = turned(plain(reader.read(0, parameters)), orientation);
        var thumbnail = image.getWidth() <= THUMBNAIL_PX && image.getHeight() <= THUMBNAIL_PX
                ? image
                : Thumbnails.of(image).size(THUMBNAIL_PX, THUMBNAIL_PX).asBufferedImage();
        var thumbnailType = thumbnail.getColorModel().hasAlpha() ? PictureType.PNG : PictureType.JPEG;
        var sideways = isSideways(orientation);
        return new Picture(
                type,
                sideways ? heightPx : widthPx,
                sideways ? widthPx : heightPx,
                CameraNotes.removedFrom(type, content, orientation.ordinal() + 1),
                thumbnailType.contentType(),
                encode(thumbnail, thumbnailType),
                averageColor(thumbnail));
    }

    /** A side of the area that all frames of a GIF are drawn on. */
    private static int gifSide(byte[] content, int at) {
        return Byte.toUnsignedInt(content[at]) | Byte.toUnsignedInt(content[at + 1]) << 8;
    }

    private static BufferedImage turned(BufferedImage image, Orientation orientation) {
        return orientation == Orientation.TOP_LEFT
                ? image
                : ExifFilterUtils.getFilterForOrientation(orientation).apply(image);
    }

    private static Orientation orientation(PictureType type, byte[] content) {
        var exif = type == PictureType.JPEG ? CameraNotes.exif(content) : new byte[0];
        if (exif.length == 0) {
            return Orientation.TOP_LEFT;
        }
        try {
            var found = ExifUtils.getOrientationFromExif(exif);
            return found == null ? Orientation.TOP_LEFT : found;
        } catch (RuntimeException _) {
            return Orientation.TOP_LEFT; // what the camera noted is broken, the picture need not be
        }
    }

    private static boolean isSideways(Orientation orientation) {
        return switch (orientation) {
            case LEFT_TOP, RIGHT_TOP, RIGHT_BOTTOM, LEFT_BOTTOM -> true;
            case TOP_LEFT, TOP_RIGHT, BOTTOM_RIGHT, BOTTOM_LEFT -> false;
        };
    }

    private static byte[] encode(BufferedImage image, PictureType type) throws IOException {
        var output = new ByteArrayOutputStream();
        Thumbnails.of(image)
                .scale(1)
                .outputFormat(type.format())
                .outputQuality(THUMBNAIL_QUALITY)
                .toOutputStream(output);
        return output.toByteArray();
    }

    /** The same picture in colours that every step takes (grey and palettes are made RGB). */
    private static BufferedImage plain(BufferedImage image) {
        var wanted = image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        if (image.getType() == wanted) {
            return image;
        }
        var plain = new BufferedImage(image.getWidth(), image.getHeight(), wanted);
        var graphics = plain.createGraphics();
        try {
            graphics.drawImage(image, 0, 0, null);
        } finally {
            graphics.dispose();
        }
        return plain;
    }

    private static String averageColor(BufferedImage image) {
        long red = 0;
        long green = 0;
        long blue = 0;
        long weight = 0;
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                var argb = image.getRGB(x, y);
                var alpha = argb >>> 24;
                red += (long) alpha * (argb >> 16 & 0xFF);
                green += (long) alpha * (argb >> 8 & 0xFF);
                blue += (long) alpha * (argb & 0xFF);
                weight += alpha;
            }
        }
        return weight == 0
                ? "#808080"
                : "#%02x%02x%02x"
                        .formatted(red / weight, green / weight, blue / weight)
                        .toLowerCase(Locale.ROOT);
    }

    private static Inspection notAnImage() {
        return new Refused(Refusal.of("not-an-image", "media.content", "The file is not a picture that can be read."));
    }

    private static Inspection refused(String problem, String rule, long value, long limit, String detail) {
        return new Refused(Refusal.beyond(problem, rule, Long.toString(value), Long.toString(limit), detail));
    }
}
