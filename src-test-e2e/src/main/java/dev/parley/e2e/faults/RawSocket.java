package dev.parley.e2e.faults;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/** A WebSocket without any manners of its own: frames are written byte by byte as the caller wants, and read only when asked for. */
final class RawSocket implements AutoCloseable {
    static final int TEXT = 0x81;
    static final int BINARY = 0x82;
    static final int PING = 0x89;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    private RawSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream(), 1 << 13));
        this.out = socket.getOutputStream();
    }

    /** Connects and shakes hands. @param receiveBuffer bytes that the system may keep for us, 0 for as many as it likes */
    static RawSocket open(int port, String ticket, int receiveBuffer) throws IOException {
        var socket = new Socket();
        try {
            if (receiveBuffer > 0) {
                socket.setReceiveBufferSize(receiveBuffer);
            }
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
            var raw = new RawSocket(socket);
            raw.shakeHands(port, ticket);
            return raw;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void shakeHands(int port, String ticket) throws IOException {
        write(("GET /api/v1/socket?ticket=" + ticket + " HTTP/1.1\r\nHost: localhost:" + port
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: parley.v1\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("no WebSocket: " + head.substring(0, head.indexOf("\r")));
        }
    }

    void waitAtMost(Duration forRead) throws IOException {
        socket.setSoTimeout((int) forRead.toMillis());
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    void text(String payload) throws IOException {
        write(frame(TEXT, payload.getBytes(StandardCharsets.UTF_8), true));
    }

    /** One frame with this first byte; the mask is zero, so that the payload stays as it is. */
    static byte[] frame(int first, byte[] payload, boolean masked) {
        var bytes = new ByteArrayOutputStream(payload.length + 14);
        var mask = masked ? 0x80 : 0;
        bytes.write(first);
        if (payload.length < 126) {
            bytes.write(mask | payload.length);
        } else if (payload.length < 1 << 16) {
            bytes.write(mask | 126);
            bytes.write(payload.length >> 8);
            bytes.write(payload.length);
        } else {
            bytes.write(mask | 127);
            for (var shift = 56; shift >= 0; shift -= 8) {
                bytes.write((int) ((long) payload.length >> shift));
            }
        }
        if (masked) {
            bytes.write(0);
            bytes.write(0);
            bytes.write(0);
            bytes.write(0);
        }
        bytes.writeBytes(payload);
        return bytes.toByteArray();
    }

    /** One byte that came, -1 for none any more. */
    int readByte() throws IOException {
        return in.read();
    }

    /** Takes what is left, for whoever has lost count of the frames. */
    void drain() throws IOException {
        try {
            in.skipNBytes(Long.MAX_VALUE);
        } catch (EOFException | java.net.SocketException gone) {
            // that is what was waited for
        }
    }

    /** Takes text frames until the server closes; returns the code, 1006 when there was none. */
    int readToClose(Consumer<String> frames) throws IOException {
        try {
            while (true) {
                var first = in.readUnsignedByte() & 0x0F;
                long length = in.readUnsignedByte() & 0x7F;
                if (length == 126) {
                    length = in.readUnsignedShort();
                } else if (length == 127) {
                    length = in.readLong();
                }
                var payload = in.readNBytes((int) length);
                if (first == 8) {
                    return payload.length >= 2 ? (payload[0] & 0xFF) << 8 | payload[1] & 0xFF : 1005;
                }
                if (first == 1) {
                    frames.accept(new String(payload, StandardCharsets.UTF_8));
                }
            }
        } catch (EOFException | java.net.SocketException gone) {
            return 1006;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException ignored) {
            // it is closed either way
        }
    }
}
