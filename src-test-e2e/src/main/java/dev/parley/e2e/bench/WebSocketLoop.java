package dev.parley.e2e.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Many WebSocket clients on one thread, as light as a client can be (RFC 6455; no extensions, no fragmentation, a mask of
 * zeros), so that on a small machine most of the processor is left to the server that is measured. All callbacks run on the
 * loop's thread; {@link #execute} brings other work there.
 */
final class WebSocketLoop implements Runnable, AutoCloseable {
    /** What happens on a connection. The payload is valid only during the call. */
    interface Events {
        void opened(Connection connection);

        void text(Connection connection, ByteBuffer payload);

        void closed(Refusal reason);
    }

    /**
     * Why a connection came to its end, or did not come about.
     *
     * @param status HTTP status of a refused handshake or request, close code of a WebSocket, 0 when there was neither
     * @param retryAfterSeconds what the server asked for, 0 when it did not
     */
    record Refusal(int status, int retryAfterSeconds, String text) {
        static Refusal broken(@Nullable String text) {
            return new Refusal(0, 0, String.valueOf(text));
        }
    }

    /** An HTTP answer. */
    record Answer(int status, int retryAfterSeconds, String body) {}

    private interface Attached {
        void ready(SelectionKey key);
    }

    private record Later(long at, Runnable task) {}

    /** One address has 28,000 ports for connections to one server; what was used before may rest for a minute. */
    private static final int SOURCE_ADDRESSES = 8;

    private static final byte[] NOTHING = new byte[0];

    private final Selector selector;
    private final ConcurrentLinkedQueue<Runnable> work = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Later> later = new PriorityQueue<>((one, other) -> Long.compare(one.at - other.at, 0));
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(1 << 20);
    private byte[] received = new byte[1 << 20];
    private final ArrayDeque<Connection> unflushed = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean running = true;
    private volatile long turnNanos;
    private int sources;

    WebSocketLoop() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = Thread.ofPlatform().name("load").daemon().start(this);
    }

    /**
     * The least time of one round over the connections that are ready. With 0 an answer goes out within microseconds, which no
     * crowd of real clients does: a server can then serve a few connections in a row for as long as it likes, and the others wait.
     */
    void turn(long nanos) {
        turnNanos = nanos;
    }

    void execute(Runnable task) {
        work.add(task);
        selector.wakeup();
    }

    /** Runs a task on the loop and waits for it. */
    void executeAndWait(Runnable task) throws InterruptedException {
        var done = new CountDownLatch(1);
        execute(() -> {
            task.run();
            done.countDown();
        });
        if (!done.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the load generator is stuck");
        }
    }

    /** Runs a task on the loop's thread after a while; call it there. */
    void after(long nanos, Runnable task) {
        later.add(new Later(System.nanoTime() + nanos, task));
    }

    /** Connects and shakes hands; {@code path} carries the query, {@code protocol} may be empty. */
    void connect(int port, String path, String protocol, Events events) {
        execute(() -> {
            try {
                var channel = open();
                var connection = new Connection(channel, port, path, protocol, events);
                connection.key = channel.register(selector, SelectionKey.OP_CONNECT, connection);
                channel.connect(new InetSocketAddress("127.0.0.1", port));
            } catch (IOException e) {
                events.closed(Refusal.broken(e.getMessage()));
            }
        });
    }

    /** One HTTP request on a connection of its own, which ends with the answer; status 0 when there was none. */
    void post(int port, String path, String token, String body, Consumer<Answer> then) {
        execute(() -> {
            try {
                var channel = open();
                var exchange = new Exchange(channel, port, path, token, body, then);
                channel.register(selector, SelectionKey.OP_CONNECT, exchange);
                channel.connect(new InetSocketAddress("127.0.0.1", port));
            } catch (IOException e) {
                then.accept(new Answer(0, 0, String.valueOf(e.getMessage())));
            }
        });
    }

    private SocketChannel open() throws IOException {
        var channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_LINGER, 0); // no port rests after its connection
        var source = (byte) (1 + sources++ % SOURCE_ADDRESSES);
        channel.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, source}), 0));
        return channel;
    }

    @Override
    public void run() {
        try {
            while (running) {
                selector.select(patience());
                var began = System.nanoTime();
                for (Runnable task; (task = work.poll()) != null; ) {
                    task.run();
                }
                for (var next = later.peek(); next != null && next.at - began <= 0; next = later.peek()) {
                    later.remove();
                    next.task.run();
                }
                var keys = selector.selectedKeys();
                for (var key : keys) {
                    ((Attached) key.attachment()).ready(key);
                }
                keys.clear();
                for (Connection connection; (connection = unflushed.poll()) != null; ) {
                    connection.flush();
                }
                rest(began);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ended.countDown();
        }
    }

    private long patience() {
        var next = later.peek();
        return next == null ? 100 : Math.clamp((next.at - System.nanoTime()) / 1_000_000, 1, 100);
    }

    private void rest(long began) {
        var least = turnNanos;
        if (least > 0) {
            var left = least - (System.nanoTime() - began);
            if (left > 0) {
                LockSupport.parkNanos(left);
            }
        }
    }

    /** Breaks all connections at once, without a word. */
    @Override
    public void close() {
        running = false;
        selector.wakeup();
        try {
            if (Thread.currentThread() != thread && !ended.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the load generator does not end");
            }
            for (var key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException ignored) {
            // it is closed either way
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int retryAfter(String head) {
        var at = head.toLowerCase(java.util.Locale.ROOT).indexOf("\r\nretry-after:");
        if (at < 0) {
            return 0;
        }
        var from = at + "\r\nretry-after:".length();
        var end = head.indexOf('\r', from);
        var value = head.substring(from, end < 0 ? head.length() : end).strip();
        return value.chars().allMatch(Character::isDigit) && !value.isEmpty() ? Integer.parseInt(value) : 0;
    }

    private static int status(String head) {
        return head.length() >= 12 ? Integer.parseInt(head.substring(9, 12)) : 0;
    }

    private final class Exchange implements Attached {
        private final SocketChannel channel;
        private final byte[] request;
        private final Consumer<Answer> then;
        private final StringBuilder answer = new StringBuilder();

        Exchange(SocketChannel channel, int port, String path, String token, String body, Consumer<Answer> then) {
            this.channel = channel;
            this.then = then;
            this.request = ("POST " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: Bearer "
                            + token + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                            + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public void ready(SelectionKey key) {
            try {
                if (key.isConnectable()) {
                    channel.finishConnect();
                    scratch.clear();
                    scratch.put(request).flip();
                    channel.write(scratch); // it fits into an empty send buffer
                    key.interestOps(SelectionKey.OP_READ);
                } else if (key.isReadable()) {
                    scratch.clear();
                    var count = channel.read(scratch);
                    scratch.flip();
                    answer.append(StandardCharsets.ISO_8859_1.decode(scratch));
                    if (count < 0 || isComplete()) {
                        end(answer.toString());
                    }
                }
            } catch (IOException e) {
                end(String.valueOf(e.getMessage()));
            }
        }

        private boolean isComplete() {
            var head = answer.indexOf("\r\n\r\n");
            if (head < 0) {
                return false;
            }
            var length = answer.indexOf("Content-Length: ");
            if (length >= 0 && length < head) {
                var value = answer.substring(length + 16, answer.indexOf("\r", length));
                return answer.length() >= head + 4 + Integer.parseInt(value);
            }
            return answer.indexOf("\r\n0\r\n\r\n") >= 0;
        }

        private void end(String text) {
            try {
                channel.close();
            } catch (IOException ignored) {
                // it is closed either way
            }
            var isHttp = text.startsWith("HTTP/1.1 ");
            then.accept(new Answer(isHttp ? status(text) : 0, isHttp ? retryAfter(text) : 0, text));
        }
    }

    /** One client. Only its loop's thread touches it. */
    final class Connection implements Attached {
        private static final int MASKED = 0x80;

        private final SocketChannel channel;
        private final int port;
        private final String path;
        private final String protocol;
        private final Events events;
        private @Nullable SelectionKey key;
        private byte[] pending = NOTHING;
        private byte[] outgoing = new byte[256];
        private int outgoingLength;
        private boolean open;
        private boolean queued;
        private boolean over;

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
            Arrays.fill(outgoing, outgoingLength - 4, outgoingLength, (byte) 0);
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
                outgoing = Arrays.copyOf(outgoing, Math.max(outgoing.length * 2, outgoingLength + more));
            }
        }

        private void flush() {
            queued = false;
            if (outgoingLength == 0 || over) {
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
                end(Refusal.broken(e.getMessage()));
            }
        }

        private void interest(int operations) {
            if (key != null && key.isValid() && key.interestOps() != operations) {
                key.interestOps(operations);
            }
        }

        @Override
        public void ready(SelectionKey ready) {
            if (!ready.isValid()) {
                return;
            }
            try {
                if (ready.isConnectable()) {
                    channel.finishConnect();
                    ready.interestOps(SelectionKey.OP_READ);
                    shakeHands();
                    return;
                }
                if (ready.isWritable()) {
                    flush();
                }
                if (ready.isValid() && ready.isReadable()) {
                    read();
                }
            } catch (IOException e) {
                end(Refusal.broken(e.getMessage()));
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
                end(Refusal.broken("the server closed the connection"));
                return;
            }
            scratch.flip();
            var kept = pending.length;
            if (received.length < kept + count) {
                received = new byte[2 * (kept + count)];
            }
            System.arraycopy(pending, 0, received, 0, kept);
            scratch.get(received, kept, count);
            var total = kept + count;
            var consumed = open ? frames(received, 0, total) : handshake(received, total);
            pending = consumed == total ? NOTHING : Arrays.copyOfRange(received, consumed, total);
        }

        private int handshake(byte[] data, int total) {
            var text = new String(data, 0, total, StandardCharsets.ISO_8859_1);
            var end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                return 0;
            }
            if (!text.startsWith("HTTP/1.1 101")) {
                end(new Refusal(status(text), retryAfter(text), text.substring(0, text.indexOf("\r\n"))));
                return total;
            }
            open = true;
            events.opened(this);
            return frames(data, end + 4, total);
        }

        private int frames(byte[] data, int start, int total) {
            var view = ByteBuffer.wrap(data);
            var at = start;
            while (total - at >= 2 && !over) {
                var opcode = data[at] & 0x0F;
                long length = data[at + 1] & 0x7F;
                var header = length < 126 ? 2 : length == 126 ? 4 : 10;
                if (total - at < header) {
                    break;
                }
                if (length == 126) {
                    length = (data[at + 2] & 0xFF) << 8 | data[at + 3] & 0xFF;
                } else if (length == 127) {
                    length = view.getLong(at + 2);
                }
                if (total - at - header < length) {
                    break;
                }
                view.limit(at + header + (int) length).position(at + header);
                at += header + (int) length;
                switch (opcode) {
                    case 0x1 -> events.text(this, view);
                    case 0x8 -> end(closeFrame(view));
                    case 0x9 -> {
                        var pong = new byte[view.remaining()];
                        view.get(pong);
                        send(0xA, pong);
                    }
                    default -> {}
                }
                view.clear();
            }
            return at;
        }

        private static Refusal closeFrame(ByteBuffer payload) {
            var code = payload.remaining() >= 2 ? payload.getShort() & 0xFFFF : 1005;
            return new Refusal(code, 0, "close " + code + " " + StandardCharsets.UTF_8.decode(payload));
        }

        private void end(Refusal reason) {
            if (over) {
                return;
            }
            close();
            events.closed(reason);
        }

        /** Breaks the connection without a word to the server; no event tells of it. */
        void close() {
            over = true;
            try {
                channel.close();
            } catch (IOException ignored) {
                // it is closed either way
            }
        }
    }
}
