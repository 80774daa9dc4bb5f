package dev.parley.identity;

import static java.util.Objects.requireNonNull;

import dev.parley.audit.AuditActor;
import dev.parley.audit.AuditLog;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.NewAuditEntry;
import dev.parley.kernel.UserId;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The users who run the server. The first one proves with a code from the server's own output that they do (table {@code setup_code}). */
@Service
public class Operators {
    private final JdbcClient jdbc;
    private final UserRows users;
    private final Passwords passwords;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Operators(
            JdbcClient jdbc,
            UserRows users,
            Passwords passwords,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.users = users;
        this.passwords = passwords;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes a new setup code, which replaces any earlier one; empty once there is an operator. To be called at each start. */
    @Transactional
    public Optional<String> newSetupCode() {
        if (users.anyOperator()) {
            return Optional.empty();
        }
        var code = Secrets.code();
        jdbc.sql("""
                        insert into setup_code (code_hash, created_at) values (:hash, :now)
                        on conflict (only_row) do update set code_hash = excluded.code_hash, created_at = excluded.created_at""")
                .param("hash", Secrets.hashOfTyped(code))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return Optional.of(code);
    }

    /** Whether there is no operator yet. */
    public boolean awaitsSetUp() {
        return !users.anyOperator();
    }

    /** Makes the first operator; in the audit log. The code works once; a refused attempt leaves it valid. */
    public SignUpOutcome setUp(SetUp command) {
        if (!isRight(command.code(), false)) {
            return new SignUpOutcome.WrongCode();
        }
        var signUp = new SignUp(command.handle(), command.name(), command.password(), null, null);
        var errors = ProfileRules.check(signUp);
        if (!errors.isEmpty()) {
            return new SignUpOutcome.Invalid(errors);
        }
        var passwordHash = passwords.hash(command.password());
        return requireNonNull(transaction.execute(status -> {
            if (!isRight(command.code(), true)) {
                return new SignUpOutcome.WrongCode(); // somebody was quicker
            }
            return users.insert(signUp, passwordHash, true)
                    .<SignUpOutcome>map(this::admit)
                    .orElseGet(() -> new SignUpOutcome.HandleTaken(command.handle()));
        }));
    }

    /** Whether a user is an operator. */
    public boolean isOperator(UserId user) {
        return users.isOperator(user);
    }

    private SignUpOutcome admit(User operator) {
        jdbc.sql("delete from setup_code").update();
        audit.record(new NewAuditEntry(
                AuditLog.OPERATOR,
                new AuditActor(operator.id().value(), operator.name(), "operator"),
                "operator.set-up",
                new AuditSubject("user", operator.id().toString(), operator.name() + " (" + operator.handle() + ")"),
                null,
                "operator",
                null));
        return new SignUpOutcome.SignedUp(operator);
    }

    private boolean isRight(String code, boolean lock) {
        return jdbc.sql("select code_hash from setup_code" + (lock ? " for update" : ""))
                .query((row, number) -> row.getBytes("code_hash"))
                .optional()
                .filter(kept -> MessageDigest.isEqual(kept, Secrets.hashOfTyped(code)))
                .isPresent();
    }
}
