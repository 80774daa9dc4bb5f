package dev.parley.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;

/** Files for the tests of this room. */
final class Pictures {
    private static final byte[] EXIF = "Exif\0\0".getBytes(US_ASCII);

    private Pictures() {}

    static byte[] picture(String format, int widthPx, int heightPx, Color color) {
        var type = format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var image = new BufferedImage(widthPx, heightPx, type);
        var graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, widthPx, heightPx);
        graphics.dispose();
        var output = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return output.toByteArray();
    }

    /** One pixel, lossy. */
    static byte[] webp() {
        return Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
    }

    /** A few bytes that claim to be a picture of any size. */
    static byte[] pngOf(int widthPx, int heightPx) {
        var header = ByteBuffer.allocate(13)
                .putInt(widthPx)
                .putInt(heightPx)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var output = new ByteArrayOutputStream();
        output.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        output.writeBytes(chunk("IHDR", header));
        output.writeBytes(chunk("IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1}));
        output.writeBytes(chunk("IEND", new byte[0]));
        return output.toByteArray();
    }

    /** A JPEG with a segment as cameras write it: the way up, and a text that stands for the place. */
    static byte[] photo(int widthPx, int heightPx, int orientation, String place) {
        var jpeg = picture("jpeg", widthPx, heightPx, Color.ORANGE);
        var text = place.getBytes(US_ASCII);
        var note = ByteBuffer.allocate(4 + EXIF.length + 26 + text.length)
                .putShort((short) 0xFFE1)
                .putShort((short) (2 + EXIF.length + 26 + text.length))
                .put(EXIF)
                .put(new byte[] {'M', 'M', 0, '*'})
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(text)
                .array();
        return ByteBuffer.allocate(jpeg.length + note.length)
                .put(jpeg, 0, 2)
                .put(note)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    static byte[] pngWithText(String text) {
        var png = picture("png", 10, 10, Color.BLUE);
        var chunk = chunk("tEXt", ("Comment\0" + text).getBytes(US_ASCII));
        var headerEnd = 8 + 25;
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, headerEnd)
                .put(chunk)
                .put(png, headerEnd, png.length - headerEnd)
                .array();
    }

    static byte[] animation(int frames) {
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        var output = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(output)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            var image = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_INDEXED);
            var metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
            for (var i = 0; i < frames; i++) {
                writer.writeToSequence(new IIOImage(image, null, metadata), null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return output.toByteArray();
    }

    private static byte[] chunk(String name, byte[] data) {
        var named = ByteBuffer.allocate(4 + data.length)
                .put(name.getBytes(US_ASCII))
                .put(data)
                .array();
        var crc = new CRC32();
        crc.update(named);
        return ByteBuffer.allocate(8 + named.length)
                .putInt(data.length)
                .put(named)
                .putInt((int) crc.getValue())
                .array();
    }
}
