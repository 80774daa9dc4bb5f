package dev.parley.answer;

import dev.parley.answer.DueAnswers.Due;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.MessageKey;
import dev.parley.conversation.SendMessage;
import dev.parley.conversation.SendOutcome;
import dev.parley.desk.DeskEvent;
import dev.parley.desk.DeskEvents;
import dev.parley.hours.Hours;
import dev.parley.kernel.IdempotencyKey;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Answers what is due, on every node, off the thread that writes messages. A message is answered once: its sequence is part of the
 * idempotency key, so an answer that is sent again after a crash is the same answer.
 */
@Component
public class AnsweringMachine {
    private static final Logger LOG = LoggerFactory.getLogger(AnsweringMachine.class);
    private static final int BATCH = 50;

    private final DueAnswers due;
    private final RuleStore rules;
    private final Hours hours;
    private final Conversations conversations;
    private final DeskEvents events;
    private final Clock clock;
    private final ReentrantLock working = new ReentrantLock();
    private final AtomicBoolean more = new AtomicBoolean();

    AnsweringMachine(
            DueAnswers due, RuleStore rules, Hours hours, Conversations conversations, DeskEvents events, Clock clock) {
        this.due = due;
        this.rules = rules;
        this.hours = hours;
        this.conversations = conversations;
        this.events = events;
        this.clock = clock;
        due.onWritten(this::wake);
    }

    /** Starts work unless some is about to begin anyway. */
    private void wake() {
        if (!more.getAndSet(true)) {
            Thread.ofVirtual().name("answering-machine").start(this::answerDue);
        }
    }

    /** Also by the clock: what a node has left undone is found here. */
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void tick() {
        answerDue();
    }

    /** Answers all messages that have been written and not been looked at so far; done by itself soon after each message, too. */
    public void answerDue() {
        working.lock();
        try {
            more.set(false);
            work();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("automatic answers wait; the next try comes in a moment: {}", e.toString());
        } finally {
            working.unlock();
        }
    }

    private void work() {
        for (var taken = due.take(BATCH); !taken.isEmpty(); taken = due.take(BATCH)) {
            taken.stream().sorted(Comparator.comparingLong(Due::sequence)).forEach(this::answer);
        }
    }

    private void answer(Due message) {
        var found = conversations.messages(List.of(new MessageKey(message.conversation(), message.sequence())));
        if (!found.isEmpty()) {
            var known = rules.of(message.account());
            var inCharge = due.personInCharge(message);
            var verdict = Judge.judge(
                    known,
                    found.getFirst().body().preview(),
                    new Judge.Facts(
                            hours.of(message.account()).at(clock.instant()).open(),
                            inCharge,
                            due.answeredLately(message)));
            if (verdict.asksForPerson()) {
                due.handOver(message);
                events.happened(message.account(), message.conversation(), DeskEvent.Kind.ASKED_FOR_A_PERSON, null);
            } else if (verdict.answering().isPresent()) {
                send(message, verdict.answering().get());
            } else if (!inCharge && known.stream().anyMatch(AnswerRule::enabled) && !saidSo(message)) {
                events.happened(message.account(), message.conversation(), DeskEvent.Kind.NO_RULE_FITS, null);
            }
        }
        due.done(message);
    }

    private boolean saidSo(Due message) {
        var before = events.of(message.account(), message.conversation());
        return !before.isEmpty() && before.getLast().kind() == DeskEvent.Kind.NO_RULE_FITS;
    }

    private void send(Due message, AnswerRule rule) {
        var number = 0;
        for (var body : rule.bodies()) {
            // Refused when the follower has left meanwhile or the account was suspended: then nobody is answered.
            var outcome = conversations.send(new SendMessage(
                    message.conversation(),
                    message.account().party(),
                    null,
                    body,
                    new IdempotencyKey("answer-" + message.sequence() + "." + ++number),
                    true));
            if (outcome instanceof SendOutcome.Refused) {
                return;
            }
        }
        due.gave(message, rule.id());
    }
}
