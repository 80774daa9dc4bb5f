package dev.parley.e2e.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Many WebSocket clients on one thread, as light as a client can be (RFC 6455; no extensions, no fragmentation, a constant mask),
 * so that on a small machine most of the processor is left to the server that is measured. All callbacks run on the loop's
 * thread; {@link #execute} brings other work there.
 */
final class WebSocketLoop implements Runnable, AutoCloseable {
    /** What happens on a connection. The payload is valid only during the call. */
    interface Events {
        void opened(Connection connection);

        void text(Connection connection, ByteBuffer payload);

        void closed(Connection connection, String reason);
    }

    private final Selector selector;
    private final ConcurrentLinkedQueue<Runnable> work = new ConcurrentLinkedQueue<>();
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(1 << 20);
    private final ArrayDeque<Connection> unflushed = new ArrayDeque<>();
    private volatile boolean running = true;

    WebSocketLoop() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().name("load").daemon().start(this);
    }

    void execute(Runnable task) {
        work.add(task);
        selector.wakeup();
    }

    /** Connects and shakes hands; {@code path} carries the query, {@code protocol} may be empty. */
    void connect(int port, String path, String protocol, Events events) {
        execute(() -> {
            try {
                var channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
                var connection = new Connection(channel, port, path, protocol, events);
                connection.key = channel.register(selector, SelectionKey.OP_CONNECT, connection);
                channel.connect(new InetSocketAddress("127.0.0.1", port));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void run() {
        try {
            while (running) {
                selector.select(100);
                for (Runnable task; (task = work.poll()) != null; ) {
                    task.run();
                }
                var keys = selector.selectedKeys();
                for (var key : keys) {
                    ((Connection) key.attachment()).ready(key);
                }
                keys.clear();
                for (Connection connection; (connection = unflushed.poll()) != null; ) {
                    connection.flush();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        running = false;
        selector.wakeup();
        for (var key : selector.keys()) {
            try {
                key.channel().close();
            } catch (IOException ignored) {
                // it is closed either way
            }
        }
    }

    /** One client. Only its loop's thread touches it. */
    final class Connection {
        private static final int MASKED = 0x80;

        private final SocketChannel channel;
        private final int port;
        private final String path;
        private final String protocol;
        private final Events events;
        private @Nullable SelectionKey key;
        private byte[] pending = new byte[0];
        private int pendingLength;
        private byte[] outgoing = new byte[512];
        private int outgoingLength;
        private boolean open;
        private boolean queued;

        Connection(SocketChannel channel, int port, String path, String protocol, Events events) {
            this.channel = channel;
            this.port = port;
            this.path = path;
            this.protocol = protocol;
            this.events = events;
        }

        /** Sends one text frame; written at the end of the loop's turn, together with the others of this turn. */
        void send(byte[] text) {
            send(0x1, text);
        }

        private void send(int opcode, byte[] payload) {
            ensure(payload.length + 14);
            outgoing[outgoingLength++] = (byte) (0x80 | opcode);
            if (payload.length < 126) {
                outgoing[outgoingLength++] = (byte) (MASKED | payload.length);
            } else {
                outgoing[outgoingLength++] = (byte) (MASKED | 126);
                outgoing[outgoingLength++] = (byte) (payload.length >> 8);
                outgoing[outgoingLength++] = (byte) payload.length;
            }
            outgoingLength += 4; // a mask of zeros leaves the payload as it is
            outgoing[outgoingLength - 4] = outgoing[outgoingLength - 3] = 0;
            outgoing[outgoingLength - 2] = outgoing[outgoingLength - 1] = 0;
            System.arraycopy(payload, 0, outgoing, outgoingLength, payload.length);
            outgoingLength += payload.length;
            queueFlush();
        }

        private void queueFlush() {
            if (!queued) {
                queued = true;
                unflushed.add(this);
            }
        }

        private void ensure(int more) {
            if (outgoingLength + more > outgoing.length) {
                outgoing = java.util.Arrays.copyOf(outgoing, Math.max(outgoing.length * 2, outgoingLength + more));
            }
        }

        private void flush() {
            queued = false;
            if (outgoingLength == 0 || !channel.isOpen()) {
                return;
            }
            try {
                scratch.clear();
                var length = Math.min(outgoingLength, scratch.capacity());
                scratch.put(outgoing, 0, length).flip();
                var written = channel.write(scratch);
                if (written < outgoingLength) {
                    System.arraycopy(outgoing, written, outgoing, 0, outgoingLength - written);
                }
                outgoingLength -= written;
                interest(outgoingLength > 0 ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
            } catch (IOException e) {
                end(String.valueOf(e.getMessage()));
            }
        }

        private void interest(int operations) {
            if (key != null && key.isValid() && key.interestOps() != operations) {
                key.interestOps(operations);
            }
        }

        private void ready(SelectionKey ready) {
            try {
                if (!ready.isValid()) {
                    return;
                }
                if (ready.isConnectable()) {
                    channel.finishConnect();
                    ready.interestOps(SelectionKey.OP_READ);
                    shakeHands();
                    return;
                }
                if (ready.isWritable()) {
                    flush();
                }
                if (ready.isReadable()) {
                    read();
                }
            } catch (IOException e) {
                end(String.valueOf(e.getMessage()));
            }
        }

        private void shakeHands() {
            var request = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port
                    + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + "Sec-WebSocket-Version: 13\r\n"
                    + (protocol.isEmpty() ? "" : "Sec-WebSocket-Protocol: " + protocol + "\r\n") + "\r\n";
            var bytes = request.getBytes(StandardCharsets.US_ASCII);
            ensure(bytes.length);
            System.arraycopy(bytes, 0, outgoing, outgoingLength, bytes.length);
            outgoingLength += bytes.length;
            queueFlush();
        }

        private void read() throws IOException {
            scratch.clear();
            var count = channel.read(scratch);
            if (count < 0) {
                end("closed by the server");
                return;
            }
            scratch.flip();
            var data = new byte[pendingLength + count];
            System.arraycopy(pending, 0, data, 0, pendingLength);
            scratch.get(data, pendingLength, count);
            var consumed = open ? frames(data, 0) : handshake(data);
            pendingLength = data.length - consumed;
            pending = pendingLength == 0 ? NOTHING : java.util.Arrays.copyOfRange(data, consumed, data.length);
        }

        private int handshake(byte[] data) {
            var text = new String(data, StandardCharsets.ISO_8859_1);
            var end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                return 0;
            }
            if (!text.startsWith("HTTP/1.1 101")) {
                end(text.substring(0, text.indexOf("\r\n")));
                return data.length;
            }
            open = true;
            events.opened(this);
            return frames(data, end + 4);
        }

        private int frames(byte[] data, int start) {
            var at = start;
            while (data.length - at >= 2) {
                var opcode = data[at] & 0x0F;
                long length = data[at + 1] & 0x7F;
                var header = length < 126 ? 2 : length == 126 ? 4 : 10;
                if (data.length - at < header) {
                    break;
                }
                if (length == 126) {
                    length = (data[at + 2] & 0xFF) << 8 | data[at + 3] & 0xFF;
                } else if (length == 127) {
                    length = ByteBuffer.wrap(data, at + 2, 8).getLong();
                }
                if (data.length - at - header < length) {
                    break;
                }
                var payload = ByteBuffer.wrap(data, at + header, (int) length).slice();
                at += header + (int) length;
                switch (opcode) {
                    case 0x1 -> events.text(this, payload);
                    case 0x8 -> end("close " + (payload.remaining() >= 2 ? payload.getShort() & 0xFFFF : 1005));
                    case 0x9 -> {
                        var pong = new byte[payload.remaining()];
                        payload.get(pong);
                        send(0xA, pong);
                    }
                    default -> {}
                }
            }
            return at;
        }

        private void end(String reason) {
            if (!channel.isOpen()) {
                return;
            }
            try {
                channel.close();
            } catch (IOException ignored) {
                // it is closed either way
            }
            events.closed(this, reason);
        }

        void close() {
            end("closed here");
        }
    }

    private static final byte[] NOTHING = new byte[0];
}
