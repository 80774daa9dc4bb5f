package dev.parley.e2e;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** PNG files made on the spot: honest ones, and one that claims more than it has. */
final class Pictures {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private Pictures() {}

    /** A plain picture of this size. */
    static byte[] png(int widthPx, int heightPx) {
        var image = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0xb9591a));
        pen.fillRect(0, 0, widthPx, heightPx);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A few bytes whose header claims this size: whoever decodes before looking runs out of memory. */
    static byte[] headerOnly(int widthPx, int heightPx) {
        var header = ByteBuffer.allocate(13)
                .putInt(widthPx)
                .putInt(heightPx)
                .put((byte) 8)
                .put((byte) 2)
                .array();
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(SIGNATURE);
        bytes.writeBytes(chunk("IHDR", header));
        bytes.writeBytes(chunk("IDAT", new byte[] {0x78, (byte) 0x9c, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01}));
        bytes.writeBytes(chunk("IEND", new byte[0]));
        return bytes.toByteArray();
    }

    private static byte[] chunk(String type, byte[] content) {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }
}
