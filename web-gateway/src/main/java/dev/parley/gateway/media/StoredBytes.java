package dev.parley.gateway.media;

import dev.parley.media.Media;
import dev.parley.media.MediaStore;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;

/** The bytes of an upload, read from the database piece by piece as they are asked for: a part needs no more than itself. */
final class StoredBytes extends AbstractResource {
    private static final int PIECE = 512 * 1024;

    private final MediaStore store;
    private final Media media;

    StoredBytes(MediaStore store, Media media) {
        this.store = store;
        this.media = media;
    }

    @Override
    public String getDescription() {
        return "upload " + media.id();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public long contentLength() {
        return media.bytes();
    }

    @Override
    public InputStream getInputStream() {
        return new Pieces();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredBytes bytes && bytes.media.id().equals(media.id());
    }

    @Override
    public int hashCode() {
        return Objects.hash(media.id());
    }

    private final class Pieces extends InputStream {
        private byte[] piece = new byte[0];
        private int at;
        private long next;

        @Override
        public int read() {
            return fill() ? Byte.toUnsignedInt(piece[at++]) : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            var count = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, offset, count);
            at += count;
            return count;
        }

        /** Without reading what is passed over. */
        @Override
        public long skip(long count) {
            var here = next - (piece.length - at);
            var target = Math.clamp(here + count, here, media.bytes());
            if (target < next) {
                at += Math.toIntExact(target - here);
            } else {
                piece = new byte[0];
                at = 0;
                next = target;
            }
            return target - here;
        }

        private boolean fill() {
            if (at < piece.length) {
                return true;
            }
            if (next >= media.bytes()) {
                return false;
            }
            piece = store.part(media.id(), next, PIECE);
            at = 0;
            next += piece.length;
            return piece.length > 0;
        }
    }
}
