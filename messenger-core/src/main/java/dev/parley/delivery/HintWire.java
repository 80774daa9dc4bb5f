package dev.parley.delivery;

import dev.parley.delivery.Hint.InboxesGrew;
import dev.parley.delivery.Hint.NodeLives;
import dev.parley.delivery.Hint.NodeStops;
import dev.parley.delivery.Hint.PartyEnded;
import dev.parley.delivery.Hint.Position;
import dev.parley.delivery.Hint.PresenceAsked;
import dev.parley.delivery.Hint.PresenceConfirmed;
import dev.parley.delivery.Hint.PresenceTold;
import dev.parley.delivery.Hint.Signalled;
import dev.parley.delivery.Hint.TimelineGrew;
import dev.parley.delivery.Hint.UserEnded;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.DeviceId;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Hints as bytes, and the subjects they go to. The first byte is the version of this format, the second the kind; then fixed-width fields.
 * A party stands in the subject once more, so that a server can route by it. What cannot be read is no hint: while nodes of two versions
 * run side by side, each passes over what it does not know.
 */
final class HintWire {
    private static final byte VERSION = 1;
    private static final int LONGEST = 256;

    private final String prefix;

    HintWire(String prefix) {
        this.prefix = prefix;
    }

    /** The subject that all nodes listen to. */
    String everybody() {
        return prefix + ".nodes";
    }

    /** The subject that only one node listens to. */
    String node(NodeId node) {
        return prefix + ".node." + node;
    }

    /** The subject of the nodes that have connections of a party. */
    String party(PartyRef party) {
        var id = ByteBuffer.allocate(16)
                .putLong(party.id().getMostSignificantBits())
                .putLong(party.id().getLeastSignificantBits());
        return prefix + ".party." + Base64.getUrlEncoder().withoutPadding().encodeToString(id.array());
    }

    /** Writes a hint: mostly one message, for inboxes one per party. */
    void write(Hint hint, BiConsumer<String, byte[]> out) {
        switch (hint) {
            case InboxesGrew(var positions) -> {
                for (var position : positions) {
                    out.accept(
                            party(position.party()),
                            bytes(begin(1).put(position.party()).put(position.newest())));
                }
            }
            case TimelineGrew(var newest) -> out.accept(everybody(), bytes(begin(2).put(newest)));
            case Signalled(var to, Signal.Typing(var conversation, var by, var active)) ->
                out.accept(
                        party(to),
                        bytes(begin(3).put(to).put(conversation.value()).put(by).put(active)));
            case Signalled(var to, Signal.PresenceChanged(var about, var online)) ->
                out.accept(party(to), bytes(begin(4).put(to).put(about).put(online)));
            case UserEnded(var user, var device) ->
                out.accept(
                        everybody(), bytes(begin(5).put(user.value()).maybe(device == null ? null : device.value())));
            case PartyEnded(var party, var user) ->
                out.accept(party(party), bytes(begin(6).put(party).maybe(user == null ? null : user.value())));
            case PresenceTold(var to, var about, var node, var online) ->
                out.accept(
                        party(to),
                        bytes(begin(7).put(to).put(about).put(node.value()).put(online)));
            case PresenceAsked(var of, var by, var asker) ->
                out.accept(party(of), bytes(begin(8).put(of).maybe(by).put(asker.value())));
            case PresenceConfirmed(var asker, var about, var by, var node) ->
                out.accept(
                        node(asker),
                        bytes(begin(9).put(asker.value()).put(about).maybe(by).put(node.value())));
            case NodeLives(var node) -> out.accept(everybody(), bytes(begin(10).put(node.value())));
            case NodeStops(var node) -> out.accept(everybody(), bytes(begin(11).put(node.value())));
        }
    }

    /** Reads a hint; empty when it is none that this version knows. */
    Optional<Hint> read(byte[] message) {
        var in = new Reader(ByteBuffer.wrap(message));
        try {
            return in.version() == VERSION ? Optional.ofNullable(hint(in)) : Optional.empty();
        } catch (BufferUnderflowException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static @Nullable Hint hint(Reader in) {
        return switch (in.kind()) {
            case 1 -> new InboxesGrew(List.of(new Position(in.party(), in.number())));
            case 2 -> new TimelineGrew(in.number());
            case 3 -> new Signalled(in.party(), new Signal.Typing(new ConversationId(in.id()), in.id(), in.yes()));
            case 4 -> new Signalled(in.party(), new Signal.PresenceChanged(in.party(), in.yes()));
            case 5 -> {
                var user = new UserId(in.id());
                yield new UserEnded(user, in.yes() ? new DeviceId(in.id()) : null);
            }
            case 6 -> {
                var party = in.party();
                yield new PartyEnded(party, in.yes() ? new UserId(in.id()) : null);
            }
            case 7 -> new PresenceTold(in.party(), in.party(), in.node(), in.yes());
            case 8 -> new PresenceAsked(in.party(), in.maybeParty(), in.node());
            case 9 -> new PresenceConfirmed(in.node(), in.party(), in.maybeParty(), in.node());
            case 10 -> new NodeLives(in.node());
            case 11 -> new NodeStops(in.node());
            default -> null;
        };
    }

    private static Writer begin(int kind) {
        return new Writer(ByteBuffer.allocate(LONGEST).put(VERSION).put((byte) kind));
    }

    private static byte[] bytes(Writer writer) {
        var out = writer.out;
        var bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    private record Writer(ByteBuffer out) {
        Writer put(PartyRef party) {
            var kind = party.kind().getBytes(StandardCharsets.UTF_8);
            out.put((byte) kind.length).put(kind);
            return put(party.id());
        }

        Writer maybe(@Nullable PartyRef party) {
            return party == null ? put(false) : put(true).put(party);
        }

        Writer maybe(@Nullable UUID id) {
            return id == null ? put(false) : put(true).put(id);
        }

        Writer put(UUID id) {
            out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
            return this;
        }

        Writer put(long number) {
            out.putLong(number);
            return this;
        }

        Writer put(boolean yes) {
            out.put((byte) (yes ? 1 : 0));
            return this;
        }
    }

    private record Reader(ByteBuffer in) {
        byte version() {
            return in.get();
        }

        byte kind() {
            return in.get();
        }

        PartyRef party() {
            var kind = new byte[in.get() & 0x7f];
            in.get(kind);
            return new PartyRef(new String(kind, StandardCharsets.UTF_8), id());
        }

        @Nullable
        PartyRef maybeParty() {
            return yes() ? party() : null;
        }

        UUID id() {
            return new UUID(in.getLong(), in.getLong());
        }

        NodeId node() {
            return new NodeId(in.getLong());
        }

        long number() {
            return in.getLong();
        }

        boolean yes() {
            return in.get() != 0;
        }
    }
}
