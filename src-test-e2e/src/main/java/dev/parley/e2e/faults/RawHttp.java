package dev.parley.e2e.faults;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** HTTP written byte by byte, on one connection for as long as the server keeps it: what a library would not let through gets through. */
final class RawHttp implements AutoCloseable {
    /** What came back. @param type of the content, empty without */
    record Answer(int status, String type, String body) {}

    private final Socket socket;
    private final InputStream in;
    private boolean ended;

    RawHttp(int port) throws IOException {
        socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(60_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Whether the server has closed the connection, or will do so now. */
    boolean hasEnded() {
        return ended;
    }

    /** Sends these bytes and reads one answer. */
    Answer ask(byte[] request, boolean answerHasNoBody) throws IOException {
        try {
            socket.getOutputStream().write(request);
        } catch (IOException refusedWhileWriting) {
            // an answer may have come before everything was sent
        }
        try {
            return read(answerHasNoBody);
        } catch (IOException e) {
            ended = true;
            throw e;
        }
    }

    private Answer read(boolean noBody) throws IOException {
        var first = line();
        if (!first.startsWith("HTTP/1.1 ")) {
            throw new IOException("no HTTP: " + first);
        }
        var status = Integer.parseInt(first.substring(9, 12));
        var length = -1L;
        var chunked = false;
        var type = "";
        for (var line = line(); !line.isEmpty(); line = line()) {
            var lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(line.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
                chunked = true;
            } else if (lower.startsWith("content-type:")) {
                type = line.substring(13).strip();
            } else if (lower.startsWith("connection:") && lower.contains("close")) {
                ended = true;
            }
        }
        if (status == 100) {
            return read(noBody);
        }
        var body = new StringBuilder();
        if (noBody || status == 204 || status == 304) {
            return new Answer(status, type, "");
        }
        if (chunked) {
            for (var size = size(line()); size > 0; size = size(line())) {
                body.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
                line();
            }
            line();
        } else if (length >= 0) {
            body.append(new String(in.readNBytes((int) length), StandardCharsets.UTF_8));
        } else {
            body.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            ended = true;
        }
        return new Answer(status, type, body.toString());
    }

    private static int size(String line) {
        var semicolon = line.indexOf(';');
        return Integer.parseInt((semicolon < 0 ? line : line.substring(0, semicolon)).strip(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        while (true) {
            var next = in.read();
            if (next < 0) {
                throw new EOFException("the connection ended within a line: " + line);
            }
            if (next == '\n') {
                return line.toString();
            }
            if (next != '\r') {
                line.append((char) next);
            }
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
