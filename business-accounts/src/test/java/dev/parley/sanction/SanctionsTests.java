package dev.parley.sanction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ParleyTestApplication;
import dev.parley.account.OfficialAccount;
import dev.parley.account.OfficialAccounts;
import dev.parley.audit.AuditEntry;
import dev.parley.audit.AuditLog;
import dev.parley.push.PushMessages;
import dev.parley.push.PushOutcome;
import dev.parley.push.Quotas;
import dev.parley.push.Restraints;
import dev.parley.push.Town;
import dev.parley.sanction.Appeal.Decision;
import dev.parley.sanction.SanctionOutcome.Done;
import dev.parley.sanction.SanctionOutcome.Invalid;
import dev.parley.sanction.SanctionOutcome.Refused;
import dev.parley.sanction.ScoreRule.Effect;
import dev.parley.sanction.ScoreRule.Side;
import dev.parley.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest(classes = ParleyTestApplication.class)
class SanctionsTests {
    private final Sanctions sanctions;
    private final ScoreRules rules;
    private final PushMessages pushMessages;
    private final Quotas quotas;
    private final Restraints restraints;
    private final OfficialAccounts accounts;
    private final AuditLog auditLog;
    private final SettableClock clock;
    private final Town town;

    @Autowired
    SanctionsTests(
            Sanctions sanctions,
            ScoreRules rules,
            PushMessages pushMessages,
            Quotas quotas,
            Restraints restraints,
            OfficialAccounts accounts,
            AuditLog auditLog,
            SettableClock clock,
            ApplicationContext context) {
        this.sanctions = sanctions;
        this.rules = rules;
        this.pushMessages = pushMessages;
        this.quotas = quotas;
        this.restraints = restraints;
        this.accounts = accounts;
        this.auditLog = auditLog;
        this.clock = clock;
        this.town = new Town(context);
    }

    @BeforeEach
    void startAnew() {
        clock.reset();
    }

    @Test
    void aSlowedAccountReleasesOnceInSevenDays() {
        var bakery = company();
        var operator = town.person("olga", "UTC");
        sanctions.impose(bakery.id(), operator, Step.SLOW, null, "too loud");

        town.release(bakery, "the first");
        assertThat(refusal(bakery)).extracting(PushOutcome.Refused::refusal).satisfies(refusal -> {
            assertThat(refusal.rule()).isEqualTo("sanction.slow");
            assertThat(refusal.possibleAgainAt()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
        });
        clock.advance(Duration.ofDays(7));
        town.release(bakery, "the second");
    }

    @Test
    void aPausedAccountReleasesNothingUntilTheSanctionEnds() {
        var bakery = company();
        var until = clock.instant().plus(Duration.ofDays(2));
        sanctions.impose(bakery.id(), town.person("olga", "UTC"), Step.PAUSE, until, "too loud");

        assertThat(refusal(bakery).refusal().rule()).isEqualTo("sanction.pause");
        assertThat(refusal(bakery).refusal().possibleAgainAt()).isEqualTo(until);
        clock.set(until);
        town.release(bakery, "again");
        sanctions.endDue();
        assertThat(sanctions.of(bakery.id()))
                .singleElement()
                .extracting(Sanction::endedAt)
                .isNotNull();
    }

    @Test
    void aHiddenAccountIsNotFoundUntilTheSanctionIsLifted() {
        var bakery = company();
        var name = accounts.find(bakery.id()).orElseThrow().name();
        var operator = town.person("olga", "UTC");

        sanctions.impose(bakery.id(), operator, Step.HIDE, null, "too loud");
        assertThat(accounts.search(name, 50)).extracting(OfficialAccount::id).doesNotContain(bakery.id());
        sanctions.lift(bakery.id(), operator, "it was a mistake");
        assertThat(accounts.search(name, 50)).extracting(OfficialAccount::id).contains(bakery.id());
    }

    @Test
    void anotherSanctionTakesThePlaceOfTheOneInForce() {
        var bakery = company();
        var operator = town.person("olga", "UTC");

        sanctions.impose(bakery.id(), operator, Step.WARN, null, "rather loud");
        sanctions.impose(bakery.id(), operator, Step.SLOW, null, "still loud");

        assertThat(sanctions.inForce(bakery.id())).map(Sanction::step).contains(Step.SLOW);
        assertThat(sanctions.of(bakery.id())).hasSize(2);
    }

    @Test
    void anAppealThatIsUpheldEndsTheSanction() {
        var bakery = company();
        var operator = town.person("olga", "UTC");
        sanctions.impose(bakery.id(), operator, Step.PAUSE, null, "too loud");

        assertThat(sanctions.appeal(bakery.id(), bakery.owner(), "That series was a test."))
                .isInstanceOf(Done.class);
        assertThat(sanctions.appeal(bakery.id(), bakery.owner(), "And again.")).isInstanceOf(Refused.class);
        var appeal = sanctions.appeals(bakery.id()).getFirst();
        assertThat(sanctions.openAppeals()).contains(appeal);
        sanctions.decide(bakery.id(), appeal.id(), operator, Decision.LIFTED, "fair enough");

        assertThat(sanctions.inForce(bakery.id())).isEmpty();
        assertThat(sanctions.decide(bakery.id(), appeal.id(), operator, Decision.KEPT, "or not"))
                .isInstanceOf(Refused.class);
        town.release(bakery, "again");
        assertThat(auditLog.page(bakery.id().toString(), null, 10).items())
                .extracting(AuditEntry::action)
                .contains("sanction.imposed", "sanction.appealed", "appeal.upheld", "sanction.lifted");
    }

    @Test
    void anAppealNeedsASanction() {
        var bakery = company();

        assertThat(sanctions.appeal(bakery.id(), bakery.owner(), "Why?")).isInstanceOf(Refused.class);
    }

    @Test
    void theGoodNameOfAnAccountAddsToItsQuota() {
        var bakery = town.company("bakery");
        var before = quotas.of(bakery.id()).month().limit();

        restraints.grant(bakery.id(), 2);

        assertThat(quotas.of(bakery.id()).month().limit()).isEqualTo(before + 2);
    }

    @Test
    void rulesAreSetAsAWholeWithAReason() {
        var operator = town.person("olga", "UTC");
        var former = rules.all();
        var wanted = List.of(new ScoreRule(Side.ABOVE, 6.5, 2, Effect.PAUSE, 0, 7));

        assertThat(rules.set(wanted, operator, " ")).isInstanceOf(Invalid.class);
        assertThat(rules.set(List.of(new ScoreRule(Side.ABOVE, 11, 0, Effect.WARN, 0, 7)), operator, "why"))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.errors()).hasSize(2));
        assertThat(rules.set(wanted, operator, "a harder hand")).isInstanceOf(Done.class);
        assertThat(rules.all()).isEqualTo(wanted);
        rules.set(former, operator, "as before");
    }

    private Town.Company company() {
        var bakery = town.unbounded(town.company("bakery"));
        town.follow(town.person("alice", "UTC"), bakery);
        return bakery;
    }

    private PushOutcome.Refused refusal(Town.Company company) {
        return (PushOutcome.Refused) pushMessages.release(town.draft(company, "one more"));
    }
}
