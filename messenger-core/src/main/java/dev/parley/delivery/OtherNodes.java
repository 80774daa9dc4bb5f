package dev.parley.delivery;

import org.springframework.stereotype.Component;

/** What is known here of the other nodes of this server. */
@Component
public class OtherNodes {
    private final Node node;
    private final Neighbours neighbours;

    OtherNodes(Node node, Neighbours neighbours) {
        this.node = node;
        this.neighbours = neighbours;
    }

    /** Whether hints arrive. */
    public NodeBus.State state() {
        return node.state();
    }

    /** How many were heard of in the last seconds. */
    public int count() {
        return neighbours.count();
    }
}
