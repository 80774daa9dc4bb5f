package dev.parley.delivery;

import java.util.function.Consumer;

/** Carries hints between nodes. It may lose anything and never blocks; nothing that is true may depend on it. */
public interface NodeBus {
    /** Joins a node: {@code listener} gets the hints of all other members, on a thread that it must not block. */
    Membership join(Consumer<Hint> listener);

    /** One node's place on the bus; closing it leaves the bus. */
    interface Membership extends AutoCloseable {
        /** Tells all other members. */
        void publish(Hint hint);

        @Override
        void close();
    }
}
