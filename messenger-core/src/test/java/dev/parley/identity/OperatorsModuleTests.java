package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audit.AuditActor;
import dev.parley.audit.AuditEntry;
import dev.parley.audit.AuditLog;
import dev.parley.identity.SignUpOutcome.SignedUp;
import dev.parley.identity.SignUpOutcome.WrongCode;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

@ApplicationModuleTest(BootstrapMode.DIRECT_DEPENDENCIES)
class OperatorsModuleTests {
    private static final String PASSWORD = "correct horse battery";

    private final Operators operators;
    private final Users users;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    @Autowired
    OperatorsModuleTests(Operators operators, Users users, AuditLog audit, JdbcClient jdbc) {
        this.operators = operators;
        this.users = users;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @AfterEach
    void dismissTheOperators() {
        jdbc.sql("update app_user set operator = false").update();
    }

    @Test
    void admitsTheFirstOperatorWithTheCodeOnce() {
        var code = operators.newSetupCode().orElseThrow();

        var olivia = operators.setUp(
                new SetUp(code.toLowerCase(Locale.ROOT).replace("-", " "), "olivia", "Olivia", PASSWORD));

        assertThat(olivia).isInstanceOfSatisfying(SignedUp.class, done -> {
            assertThat(done.user().operator()).isTrue();
            assertThat(operators.isOperator(done.user().id())).isTrue();
            assertThat(users.suspend(done.user().id(), new AuditActor(new UUID(0, 1), "Otto", "operator"), "a coup"))
                    .isInstanceOf(SuspensionOutcome.Refused.class);
        });
        assertThat(operators.awaitsSetUp()).isFalse();
        assertThat(operators.newSetupCode()).isEmpty();
        assertThat(operators.setUp(new SetUp(code, "otto", "Otto", PASSWORD))).isEqualTo(new WrongCode());
        assertThat(audit.page(AuditLog.OPERATOR, null, 1).items())
                .extracting(AuditEntry::action)
                .containsExactly("operator.set-up");
    }

    @Test
    void aNewCodeReplacesTheOneBefore() {
        var first = operators.newSetupCode().orElseThrow();
        var second = operators.newSetupCode().orElseThrow();

        assertThat(operators.setUp(new SetUp(first, "otto", "Otto", PASSWORD))).isEqualTo(new WrongCode());
        assertThat(operators.setUp(new SetUp(second, "otto", "Otto", PASSWORD))).isInstanceOf(SignedUp.class);
    }

    @Test
    void keepsTheCodeWhenTheRestIsRefused() {
        var code = operators.newSetupCode().orElseThrow();

        assertThat(operators.setUp(new SetUp(code, "ursula", "Ursula", "short")))
                .isInstanceOf(SignUpOutcome.Invalid.class);
        assertThat(operators.setUp(new SetUp("", "ursula", "Ursula", PASSWORD))).isEqualTo(new WrongCode());

        assertThat(operators.setUp(new SetUp(code, "ursula", "Ursula", PASSWORD)))
                .isInstanceOf(SignedUp.class);
    }

    @Test
    void keepsOnlyTheHashOfTheCode() {
        var code = operators.newSetupCode().orElseThrow();

        assertThat(jdbc.sql("select code_hash from setup_code")
                        .query((row, n) -> row.getBytes(1))
                        .single())
                .hasSize(32)
                .isEqualTo(Secrets.hash(code.replace("-", "")));
    }
}
