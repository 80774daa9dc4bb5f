package dev.parley.delivery;

import dev.parley.kernel.PartyRef;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** This node among the others: what it tells them, and who here hears what they tell. */
@Component
class Node implements DisposableBean {
    private final NodeId id = NodeId.random();
    private final List<NodeBus.Member> members = new CopyOnWriteArrayList<>();
    private final NodeBus.Membership membership;

    Node(NodeBus bus) {
        this.membership = bus.join(id, new NodeBus.Member() {
            @Override
            public void heard(Hint hint) {
                members.forEach(member -> member.heard(hint));
            }

            @Override
            public void rejoined() {
                members.forEach(NodeBus.Member::rejoined);
            }
        });
    }

    NodeId id() {
        return id;
    }

    void add(NodeBus.Member member) {
        members.add(member);
    }

    /** Whether there can be others at all. */
    boolean isAlone() {
        return membership.state() == NodeBus.State.ALONE;
    }

    NodeBus.State state() {
        return membership.state();
    }

    void publish(Hint hint) {
        membership.publish(hint);
    }

    void listen(PartyRef party) {
        membership.listen(party);
    }

    void forget(PartyRef party) {
        membership.forget(party);
    }

    @Override
    public void destroy() {
        membership.close();
    }
}
