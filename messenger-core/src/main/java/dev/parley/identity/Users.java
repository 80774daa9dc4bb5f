package dev.parley.identity;

import static java.util.stream.Collectors.toMap;

import dev.parley.audit.AuditActor;
import dev.parley.audit.AuditLog;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.NewAuditEntry;
import dev.parley.identity.ChangeProfile.PictureChange;
import dev.parley.kernel.Page;
import dev.parley.kernel.PlainText;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The users of this server. */
@Service
public class Users {
    private static final int LARGEST_PAGE = 200;
    private static final int LONGEST_REASON = 500;

    private final UserRows rows;
    private final Sessions sessions;
    private final Passwords passwords;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Users(
            UserRows rows,
            Sessions sessions,
            Passwords passwords,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.sessions = sessions;
        this.passwords = passwords;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Makes a user. A repetition is refused with HandleTaken; of two at once, one is. */
    public SignUpOutcome signUp(SignUp command) {
        var errors = ProfileRules.check(command);
        if (!errors.isEmpty()) {
            return new SignUpOutcome.Invalid(errors);
        }
        if (ProfileRules.isReserved(command.handle())) {
            return new SignUpOutcome.HandleTaken(command.handle());
        }
        var passwordHash = passwords.hash(command.password()); // outside any transaction: it takes its time
        return rows.insert(command, passwordHash, false)
                .<SignUpOutcome>map(SignUpOutcome.SignedUp::new)
                .orElseGet(() -> new SignUpOutcome.HandleTaken(command.handle()));
    }

    /** A user by id. */
    public Optional<User> find(UserId id) {
        return rows.find(id);
    }

    /** A user by the exact handle, in any case; suspended ones too. */
    public Optional<UserCard> findByHandle(String handle) {
        var asKept = handle.strip().toLowerCase(Locale.ROOT);
        return ProfileRules.isHandle(asKept) ? rows.find(asKept).map(User::card) : Optional.empty();
    }

    /** What others see of several users; unknown ids are left out. */
    public Map<UserId, UserCard> cards(Collection<UserId> ids) {
        return rows.find(ids).entrySet().stream()
                .collect(toMap(Entry::getKey, entry -> entry.getValue().card()));
    }

    /** Where several users live; unknown ids are left out. */
    public Map<UserId, ZoneId> timeZones(Collection<UserId> ids) {
        return rows.find(ids).entrySet().stream()
                .collect(toMap(Entry::getKey, entry -> entry.getValue().timeZone()));
    }

    /** Changes a profile; throws {@link IllegalArgumentException} for an unknown user. */
    @Transactional
    public ProfileOutcome changeProfile(ChangeProfile command) {
        var errors = ProfileRules.check(command);
        if (!errors.isEmpty()) {
            return new ProfileOutcome.Invalid(errors);
        }
        var before =
                rows.lock(command.user()).orElseThrow(() -> new IllegalArgumentException("no user " + command.user()));
        var picture = switch (command.picture()) {
            case PictureChange.Keep _ -> before.picture();
            case PictureChange.Remove _ -> null;
            case PictureChange.Replace(var media) -> media;
        };
        var after = new User(
                before.id(),
                before.handle(),
                command.name() == null ? before.name() : command.name().strip(),
                picture,
                command.locale() == null ? before.locale() : command.locale(),
                command.timeZone() == null ? before.timeZone() : ZoneId.of(command.timeZone()),
                before.operator(),
                before.state(),
                before.createdAt(),
                before.lastSeenAt());
        rows.setProfile(after);
        if (!after.card().equals(before.card()) || !after.timeZone().equals(before.timeZone())) {
            events.publishEvent(new ProfileChanged(after.id()));
        }
        return new ProfileOutcome.Changed(after);
    }

    /** Ends all sessions of a user and lets nobody log in as them; in the audit log. A repetition changes nothing. */
    @Transactional
    public SuspensionOutcome suspend(UserId id, AuditActor by, String reason) {
        return change(id, UserState.SUSPENDED, by, reason);
    }

    /** Takes a suspension back; in the audit log. A repetition changes nothing. */
    @Transactional
    public SuspensionOutcome restore(UserId id, AuditActor by, String reason) {
        return change(id, UserState.ACTIVE, by, reason);
    }

    private SuspensionOutcome change(UserId id, UserState state, AuditActor by, String givenReason) {
        var reason = PlainText.line(givenReason);
        var length = PlainText.length(reason);
        if (length < 1 || length > LONGEST_REASON) {
            return new SuspensionOutcome.Refused(Refusal.beyond(
                    "invalid-request",
                    "reason.length",
                    Integer.toString(length),
                    "1.." + LONGEST_REASON,
                    "A reason has 1 to " + LONGEST_REASON + " characters."));
        }
        var locked = rows.lock(id);
        if (locked.isEmpty()) {
            return new SuspensionOutcome.NoSuchUser();
        }
        var user = locked.get();
        if (user.operator()) {
            return new SuspensionOutcome.Refused(
                    Refusal.of("conflict", "user.operator", "An operator cannot be suspended or restored."));
        }
        if (user.state() == state) {
            return new SuspensionOutcome.Done(user);
        }
        rows.setState(id, state);
        audit.record(new NewAuditEntry(
                AuditLog.OPERATOR,
                by,
                state == UserState.SUSPENDED ? "user.suspended" : "user.restored",
                new AuditSubject("user", id.toString(), user.name() + " (" + user.handle() + ")"),
                word(user.state()),
                word(state),
                reason));
        if (state == UserState.SUSPENDED) {
            sessions.endAll(id);
            events.publishEvent(new UserSuspended(id));
        } else {
            events.publishEvent(new UserRestored(id));
        }
        return new SuspensionOutcome.Done(rows.find(id).orElseThrow());
    }

    /** Users whose handle or name contains the query, by handle; all for a blank query. For operators. At most 200 a page. */
    public Page<User> search(@Nullable String query, @Nullable String cursor, int limit) {
        var size = Math.clamp(limit, 1, LARGEST_PAGE);
        var found = rows.search(PlainText.line(query).toLowerCase(Locale.ROOT), PlainText.line(cursor), size + 1);
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        var shown = found.subList(0, size);
        return new Page<>(shown, shown.getLast().handle());
    }

    /** How many there are. */
    public UserCounts counts() {
        return rows.counts(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant());
    }

    private static String word(UserState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
