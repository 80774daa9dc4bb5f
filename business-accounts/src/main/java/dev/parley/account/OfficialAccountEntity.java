package dev.parley.account;

import dev.parley.kernel.MediaId;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code official_account}, keyed by its id; it is never deleted. The column {@code words} is made by the database.
 */
@Entity
@Table(name = "official_account")
@SuppressWarnings("NullAway.Init")
class OfficialAccountEntity {
    @Id
    private UUID id;

    private String handle;
    private String name;

    @Nullable
    private UUID picture;

    @Convert(converter = Codes.OfCategory.class)
    private Category category;

    private String description;
    private String welcome;

    @Convert(converter = Codes.OfState.class)
    private AccountState state;

    @Convert(converter = Codes.OfState.class)
    @Nullable
    private AccountState formerState;

    @Nullable
    private String stateReason;

    @Nullable
    private String formerStateReason;

    private Instant stateSince;

    @Column(updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    protected OfficialAccountEntity() {}

    OfficialAccountEntity(OfficialAccountId id, OpenAccount command, Instant now) {
        this.id = id.value();
        this.handle = command.handle();
        this.name = command.name();
        this.picture = command.picture() == null ? null : command.picture().value();
        this.category = command.category();
        this.description = command.description();
        this.welcome = "";
        this.state = AccountState.PENDING;
        this.stateSince = now;
        this.createdAt = now;
    }

    void change(ChangeAccount command) {
        name = Objects.requireNonNullElse(command.name(), name);
        category = Objects.requireNonNullElse(command.category(), category);
        description = Objects.requireNonNullElse(command.description(), description);
        welcome = Objects.requireNonNullElse(command.welcome(), welcome);
        if (command.picture() != null) {
            picture = command.picture().map(MediaId::value).orElse(null);
        }
    }

    /** An operator's verdict. On a suspended account it changes what the account will be once restored. */
    void judge(AccountState verdict, String reason, Instant now) {
        if (state == AccountState.SUSPENDED) {
            formerState = verdict;
            formerStateReason = reason;
        } else {
            state = verdict;
            stateReason = reason;
            stateSince = now;
        }
    }

    /** The refusal is forgotten here; the audit log keeps it. */
    void askAgain(Instant now) {
        state = AccountState.PENDING;
        stateReason = null;
        stateSince = now;
    }

    /** What the account is apart from being suspended. */
    AccountState standing() {
        return formerState == null ? state : formerState;
    }

    void suspend(String reason, Instant now) {
        formerState = state;
        formerStateReason = stateReason;
        state = AccountState.SUSPENDED;
        stateReason = reason;
        stateSince = now;
    }

    void restore(Instant now) {
        state = Objects.requireNonNull(formerState, "only a suspended account has a former state");
        stateReason = formerStateReason;
        formerState = null;
        formerStateReason = null;
        stateSince = now;
    }

    OfficialAccount snapshot() {
        return new OfficialAccount(
                new OfficialAccountId(id),
                handle,
                name,
                picture == null ? null : new MediaId(picture),
                category,
                description,
                welcome,
                state,
                stateReason,
                stateSince,
                createdAt);
    }
}
