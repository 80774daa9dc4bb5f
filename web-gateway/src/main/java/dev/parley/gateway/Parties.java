package dev.parley.gateway;

import dev.parley.kernel.PartyRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows parties of any kind. */
@Component
public class Parties {
    private final Map<String, PartyKind> kinds;

    Parties(List<PartyKind> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(PartyKind::kind, Function.identity()));
    }

    /** What other parties see of this one; a party that is not there any more is shown as gone. */
    public PartyView view(PartyRef party) {
        return views(List.of(party)).getOrDefault(party, PartyView.gone(party.kind(), party.id()));
    }

    /** What other parties see of each; every party asked for is in the answer, with one question per kind. */
    public Map<PartyRef, PartyView> views(Collection<PartyRef> parties) {
        Map<String, List<UUID>> byKind = parties.stream()
                .distinct()
                .collect(Collectors.groupingBy(PartyRef::kind, Collectors.mapping(PartyRef::id, Collectors.toList())));
        var views = new HashMap<PartyRef, PartyView>();
        byKind.forEach((kind, ids) -> {
            var shower = kinds.get(kind);
            Map<UUID, PartyView> found = shower == null ? Map.of() : shower.views(ids);
            ids.forEach(id -> views.put(new PartyRef(kind, id), found.getOrDefault(id, PartyView.gone(kind, id))));
        });
        return views;
    }

    /** Whether there is a kind of party of that name. */
    public boolean knows(String kind) {
        return kinds.containsKey(kind);
    }
}
