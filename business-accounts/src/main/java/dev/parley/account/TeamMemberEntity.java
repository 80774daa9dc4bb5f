package dev.parley.account;

import dev.parley.kernel.UserId;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One row of {@code team_member}, keyed by account and user; deleted when the user leaves the team. */
@Entity
@Table(name = "team_member")
@SuppressWarnings("NullAway.Init")
class TeamMemberEntity {
    @EmbeddedId
    private Key key;

    @Convert(converter = Codes.OfRole.class)
    private Role role;

    private Instant since;

    protected TeamMemberEntity() {}

    TeamMemberEntity(OfficialAccountId account, UserId user, Role role, Instant since) {
        this.key = new Key(account.value(), user.value());
        this.role = role;
        this.since = since;
    }

    Role role() {
        return role;
    }

    void become(Role newRole) {
        role = newRole;
    }

    TeamMember snapshot() {
        return new TeamMember(new OfficialAccountId(key.accountId()), new UserId(key.userId()), role, since);
    }

    @Embeddable
    record Key(UUID accountId, UUID userId) {}
}
