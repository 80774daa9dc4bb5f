package dev.parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ParleyTestApplication;
import dev.parley.audit.AuditEntry;
import dev.parley.audit.AuditLog;
import dev.parley.kernel.UserId;
import dev.parley.testing.Scene;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest(classes = ParleyTestApplication.class)
class AccountModuleTests {
    private final OfficialAccounts accounts;
    private final Team team;
    private final AuditLog auditLog;
    private final Scene scene;

    private UserId alice = UserId.next();
    private UserId bob = UserId.next();

    @Autowired
    AccountModuleTests(OfficialAccounts accounts, Team team, AuditLog auditLog, ApplicationContext context) {
        this.accounts = accounts;
        this.team = team;
        this.auditLog = auditLog;
        this.scene = new Scene(context::getBean);
    }

    @BeforeEach
    void meetThePeople() {
        alice = scene.user("alice");
        bob = scene.user("bob");
    }

    @Test
    void makesWhoeverOpensAnAccountItsOwnerAndHidesItUntilItIsVerified() {
        var bakery = scene.pendingAccount("quince", alice);

        assertThat(team.role(bakery, alice)).contains(Role.OWNER);
        assertThat(team.role(bakery, bob)).isEmpty();
        assertThat(accounts.search("quince", 10)).isEmpty();

        accounts.verify(bakery, bob, "seen the shop");

        assertThat(accounts.search("quin", 10)).extracting(OfficialAccount::id).containsExactly(bakery);
    }

    @Test
    void findsByTheBeginningOfAnyWordAndPutsNamesFirst() {
        var named = scene.account("zwieback", alice);
        var described = scene.account("mill", alice);
        accounts.change(new ChangeAccount(described, alice, null, null, "Flour for zwieback", null, null));

        assertThat(accounts.search("ZWIE", 10)).extracting(OfficialAccount::id).containsExactly(named, described);
        assertThat(accounts.search("flour zwieb", 10))
                .extracting(OfficialAccount::id)
                .containsExactly(described);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "a' | b", "&", "!!", ":*", "\0", "<->", "\\", "%", "(((", "a:*b", "\uD83C"})
    void takesAnyQueryWithoutComplaint(String query) {
        assertThat(accounts.search(query, 10)).isNotNull();
        assertThat(accounts.list(null, query, null, 10)).isNotNull();
    }

    @Test
    void remembersInSuspensionWhatTheAccountWasBefore() {
        var bakery = scene.account("rye", alice);

        accounts.suspend(bakery, bob, "complaints");
        assertThat(accounts.search("rye", 10)).isEmpty();
        assertThat(accounts.find(bakery).orElseThrow().stateReason()).isEqualTo("complaints");

        accounts.restore(bakery, bob, "settled");
        assertThat(accounts.find(bakery).orElseThrow().state()).isEqualTo(AccountState.VERIFIED);
    }

    @Test
    void givesAHandleToOneAccountOnlyAndReservedOnesToNobody() {
        var handle = Scene.unique("spelt");
        var first = new OpenAccount(alice, handle, "Spelt", Category.FOOD, "", null);

        assertThat(accounts.open(first)).isInstanceOf(AccountOutcome.Done.class);
        assertThat(accounts.open(first))
                .isInstanceOfSatisfying(
                        AccountOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().problem()).isEqualTo("handle-taken"));
        assertThat(accounts.open(new OpenAccount(bob, "parley", "Us", Category.OTHER, "", null)))
                .isInstanceOfSatisfying(
                        AccountOutcome.Invalid.class,
                        invalid ->
                                assertThat(invalid.errors().getFirst().rule()).isEqualTo("reserved"));
    }

    @Test
    void keepsTheLastOwner() {
        var bakery = scene.account("oats", alice);
        team.add(bakery, alice, bob, Role.AGENT);

        assertThat(team.remove(bakery, alice, alice)).isInstanceOf(TeamOutcome.Refused.class);
        assertThat(team.change(bakery, alice, alice, Role.ANALYST)).isInstanceOf(TeamOutcome.Refused.class);
        assertThat(team.add(bakery, bob, scene.user("carol"), Role.OWNER))
                .isInstanceOfSatisfying(
                        TeamOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().problem()).isEqualTo("forbidden"));

        team.change(bakery, alice, bob, Role.OWNER);
        assertThat(team.remove(bakery, alice, alice)).isInstanceOf(TeamOutcome.Done.class);
        assertThat(team.accountsOf(alice)).isEmpty();
    }

    @Test
    void writesEverythingThatTeamAndOperatorsDoIntoTheAuditLog() {
        var bakery = scene.account("barley", alice);
        accounts.change(new ChangeAccount(bakery, alice, "Barley & Sons", null, null, null, null));
        team.add(bakery, alice, bob, Role.EDITOR);
        team.change(bakery, alice, bob, Role.AGENT);
        team.remove(bakery, alice, bob);
        accounts.suspend(bakery, bob, "complaints");
        accounts.restore(bakery, bob, "settled");

        var entries = auditLog.page(bakery.toString(), null, 50).items();
        assertThat(entries.reversed().stream().map(AuditEntry::action))
                .containsExactly(
                        "account.opened",
                        "account.verified",
                        "account.changed",
                        "team.member-added",
                        "team.role-changed",
                        "team.member-removed",
                        "account.suspended",
                        "account.restored");
        assertThat(entries.reversed().get(2))
                .returns("name: barley", AuditEntry::before)
                .returns("name: Barley & Sons", AuditEntry::after);
        assertThat(auditLog.verify(bakery.toString()).intact()).isTrue();
        assertThat(auditLog.page(AuditLog.OPERATOR, null, 50).items().stream()
                        .filter(entry -> entry.subject().id().equals(bakery.toString()))
                        .map(AuditEntry::action))
                .containsExactly("account.restored", "account.suspended", "account.verified");
    }

    @Test
    void letsARefusedAccountAskAgain() {
        var bakery = scene.account("emmer", alice);
        accounts.refuse(bakery, bob, "the name is taken by another company");

        assertThat(accounts.askAgain(bakery, alice))
                .isInstanceOfSatisfying(
                        AccountOutcome.Done.class,
                        done -> assertThat(done.account())
                                .returns(AccountState.PENDING, OfficialAccount::state)
                                .returns(null, OfficialAccount::stateReason));
        accounts.askAgain(bakery, alice);

        assertThat(accounts.list(AccountState.PENDING, "emmer", null, 10).items())
                .extracting(OfficialAccount::id)
                .containsExactly(bakery);
        assertThat(auditLog.page(bakery.toString(), null, 50).items().stream().map(AuditEntry::action))
                .startsWith("account.asked-again", "account.refused");
    }

    @Test
    void onlyARefusedAccountAsksAgain() {
        var bakery = scene.account("teff", alice);

        assertThat(accounts.askAgain(bakery, alice))
                .isInstanceOfSatisfying(
                        AccountOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().problem()).isEqualTo("conflict"));
        accounts.refuse(bakery, bob, "closed");
        accounts.suspend(bakery, bob, "complaints");
        assertThat(accounts.askAgain(bakery, alice)).isInstanceOf(AccountOutcome.Refused.class);
    }

    @Test
    void doesNothingAgainstAnAccountWithoutAReason() {
        var bakery = scene.account("sorghum", alice);

        for (var outcome : List.of(
                accounts.refuse(bakery, bob, " "),
                accounts.suspend(bakery, bob, ""),
                accounts.restore(bakery, bob, "\n"))) {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            AccountOutcome.Invalid.class,
                            invalid -> assertThat(invalid.errors().getFirst().field())
                                    .isEqualTo("reason"));
        }
        assertThat(accounts.find(bakery).orElseThrow().state()).isEqualTo(AccountState.VERIFIED);
    }

    @Test
    void repeatsLeaveNoTrace() {
        var bakery = scene.account("millet", alice);
        var before = auditLog.page(bakery.toString(), null, 50).items().size();

        accounts.verify(bakery, bob, "again");
        accounts.restore(bakery, bob, "was never suspended");
        accounts.change(new ChangeAccount(bakery, alice, "millet", null, null, null, null));

        assertThat(auditLog.page(bakery.toString(), null, 50).items()).hasSize(before);
    }

    @Test
    void letsTwoOwnersNotRemoveEachOtherAtTheSameTime() throws InterruptedException {
        var bakery = scene.account("wheat", alice);
        team.add(bakery, alice, bob, Role.OWNER);

        var threads = Stream.<Runnable>of(() -> team.remove(bakery, alice, bob), () -> team.remove(bakery, bob, alice))
                .map(Thread.ofVirtual()::start)
                .toList();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(team.members(bakery)).extracting(TeamMember::role).isEqualTo(List.of(Role.OWNER));
    }
}
