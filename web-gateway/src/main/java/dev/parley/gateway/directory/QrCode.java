package dev.parley.gateway.directory;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A QR code (ISO/IEC 18004), medium error correction, with the quiet zone of four modules that scanners want. */
final class QrCode {
    private static final int QUIET_ZONE = 4;
    private static final int PNG_SIDE_PX = 512;

    private final String text;

    QrCode(String text) {
        this.text = text;
    }

    /** One path of squares, a module being one unit; scales to any size. */
    String svg() {
        var matrix = matrix(0);
        var path = new StringBuilder();
        for (var y = 0; y < matrix.getHeight(); y++) {
            for (var x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%1$dv%2$dH0z"/><path fill="#000" d="%3$s"/></svg>""".formatted(matrix.getWidth(), matrix.getHeight(), path);
    }

    byte[] png() {
        var bytes = new ByteArrayOutputStream();
        try {
            MatrixToImageWriter.writeToStream(matrix(PNG_SIDE_PX), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a PNG in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private BitMatrix matrix(int sidePx) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            sidePx,
                            sidePx,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE));
        } catch (WriterException e) {
            throw new IllegalStateException("a link of " + text.length() + " characters fits into no QR code", e);
        }
    }
}
