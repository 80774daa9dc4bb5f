package dev.parley.delivery;

import dev.parley.kernel.PartyRef;

/** Carries hints between nodes. It may lose anything and never blocks; nothing that is true may depend on it. */
public interface NodeBus {
    /** Joins a node to the others. */
    Membership join(NodeId node, Member member);

    /** Whether hints arrive. */
    enum State {
        /** There are no other nodes. */
        ALONE,
        /** Hints go to the other nodes and come from them. */
        JOINED,
        /** The way to the other nodes is cut: hints are lost, others become known later. */
        AWAY
    }

    /** What a node does with what it hears. Called on a thread that must not be blocked. */
    interface Member {
        /** Another node says something: to all nodes, to this one, or about a party that this one listens for. */
        void heard(Hint hint);

        /** Hints arrive (again); those of the time before may be lost. */
        void rejoined();
    }

    /** One node's place on the bus; closing it leaves the bus. */
    interface Membership extends AutoCloseable {
        /** Tells the nodes that the hint is for. Never waits, never fails. */
        void publish(Hint hint);

        /** From about now on hears hints to this party. Harmless when repeated. */
        void listen(PartyRef party);

        /** Wants no more hints to this party. Harmless when repeated. */
        void forget(PartyRef party);

        /** Whether hints arrive now. */
        State state();

        @Override
        void close();
    }
}
