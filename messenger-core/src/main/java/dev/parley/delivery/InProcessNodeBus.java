package dev.parley.delivery;

import dev.parley.delivery.Hint.InboxesGrew;
import dev.parley.kernel.PartyRef;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The bus of nodes that live in one process: a single one in production, several in tests. */
public final class InProcessNodeBus implements NodeBus {
    private final List<Place> places = new CopyOnWriteArrayList<>();

    @Override
    public Membership join(NodeId node, Member member) {
        var place = new Place(node, member);
        places.add(place);
        return place;
    }

    private final class Place implements Membership {
        private final NodeId node;
        private final Member member;
        private final Set<PartyRef> parties = ConcurrentHashMap.newKeySet();

        Place(NodeId node, Member member) {
            this.node = node;
            this.member = member;
        }

        @Override
        public void publish(Hint hint) {
            for (var place : places) {
                if (place != this) {
                    place.hear(hint);
                }
            }
        }

        private void hear(Hint hint) {
            switch (hint) {
                case InboxesGrew(var positions) -> {
                    var mine = positions.stream()
                            .filter(position -> parties.contains(position.party()))
                            .toList();
                    if (!mine.isEmpty()) {
                        member.heard(new InboxesGrew(mine));
                    }
                }
                case Hint.Signalled(var to, var _) -> hearOf(to, hint);
                case Hint.PartyEnded(var party, var _) -> hearOf(party, hint);
                case Hint.PresenceTold(var to, var _, var _, var _) -> hearOf(to, hint);
                case Hint.PresenceAsked(var of, var _, var _) -> hearOf(of, hint);
                case Hint.PresenceConfirmed(var asker, var _, var _, var _) -> {
                    if (asker.equals(node)) {
                        member.heard(hint);
                    }
                }
                case Hint.TimelineGrew _, Hint.UserEnded _, Hint.NodeLives _, Hint.NodeStops _ -> member.heard(hint);
            }
        }

        private void hearOf(PartyRef party, Hint hint) {
            if (parties.contains(party)) {
                member.heard(hint);
            }
        }

        @Override
        public void listen(PartyRef party) {
            parties.add(party);
        }

        @Override
        public void forget(PartyRef party) {
            parties.remove(party);
        }

        @Override
        public State state() {
            return places.size() > 1 ? State.JOINED : State.ALONE;
        }

        @Override
        public void close() {
            places.remove(this);
        }
    }
}
