package dev.parley.e2e.faults;

import dev.parley.e2e.NatsServer;
import dev.parley.e2e.ParleyServer;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** One of three nodes is killed every half minute and comes back; its devices go on at another one within two seconds. */
final class KilledNode extends NodesFault {
    private static final Duration ELSEWHERE_WITHIN = Duration.ofSeconds(2);

    @Override
    int rounds(Plan plan) {
        return plan.rounds(2, 20);
    }

    @Override
    Crowd.Manners manners() {
        return super.manners().withRetries(Duration.ofMillis(200)).withoutDrops();
    }

    @Override
    void fault(List<ParleyServer> nodes, NatsServer nats, Crowd crowd, Plan plan, Random random) {
        var victim = nodes.get(random.nextInt(nodes.size()));
        victim.kill();
        Pause.of(plan.length(Duration.ofSeconds(4), Duration.ofSeconds(15)));
        victim.startAgain();
        Pause.of(plan.length(Duration.ZERO, Duration.ofSeconds(15)));
    }

    @Override
    void judge(Book book) {
        figure("absences after the loss of a node: %s; to be at most %d s on a machine with room"
                .formatted(book.absences(), ELSEWHERE_WITHIN.toSeconds()));
        if (book.absences().quantile(0.5).compareTo(ELSEWHERE_WITHIN) > 0) {
            found(Finding.Kind.LATE, "devices were away for " + book.absences());
        }
    }
}
