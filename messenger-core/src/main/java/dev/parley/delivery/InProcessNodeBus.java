package dev.parley.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The bus of nodes that live in one process: a single one in production, several in tests. */
public final class InProcessNodeBus implements NodeBus {
    private final List<Member> members = new CopyOnWriteArrayList<>();

    @Override
    public Membership join(Consumer<Hint> listener) {
        var member = new Member(listener);
        members.add(member);
        return member;
    }

    private final class Member implements Membership {
        private final Consumer<Hint> listener;

        Member(Consumer<Hint> listener) {
            this.listener = listener;
        }

        @Override
        public void publish(Hint hint) {
            for (var member : members) {
                if (member != this) {
                    member.listener.accept(hint);
                }
            }
        }

        @Override
        public void close() {
            members.remove(this);
        }
    }
}
