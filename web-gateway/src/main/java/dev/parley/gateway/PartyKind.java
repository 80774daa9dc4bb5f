package dev.parley.gateway;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Shows the parties of one kind; each kind of party has one bean of it. */
public interface PartyKind {
    /** {@code user} or {@code account}. */
    String kind();

    /** What other parties see; unknown ids are left out. */
    Map<UUID, PartyView> views(Collection<UUID> ids);
}
