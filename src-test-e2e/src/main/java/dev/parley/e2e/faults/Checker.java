package dev.parley.e2e.faults;

import dev.parley.e2e.faults.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what the clients wrote down with what the database holds, once everything is quiet: acknowledged = stored exactly once = shown
 * exactly once on every device; one order in all of them; nothing invented; no number missing in an inbox.
 */
final class Checker {
    private record Origin(String sender, String key) {}

    private final Book book;
    private final Stored stored;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, List<Stored.Message>> ofConversation = new LinkedHashMap<>();

    private Checker(Book book, Stored stored) {
        this.book = book;
        this.stored = stored;
        for (var message : stored.messages()) {
            ofConversation
                    .computeIfAbsent(message.conversation(), _ -> new ArrayList<>())
                    .add(message);
        }
    }

    /** Everything that must not be; empty when all promises were kept. What clients found on their own is part of it. */
    static List<Finding> check(Book book, Stored stored) {
        var checker = new Checker(book, stored);
        checker.checkAcknowledged();
        checker.checkStored();
        book.screens().forEach(checker::checkScreen);
        stored.inboxes().forEach(checker::checkInbox);
        checker.findings.addAll(book.findings());
        return checker.findings;
    }

    private void checkAcknowledged() {
        var byOrigin = new HashMap<Origin, Stored.Message>();
        for (var message : stored.messages()) {
            var earlier = byOrigin.putIfAbsent(new Origin(message.sender(), message.key()), message);
            if (earlier != null) {
                found(
                        Kind.TWICE,
                        "stored as %d and as %d: key %s"
                                .formatted(earlier.sequence(), message.sequence(), message.key()));
            }
        }
        for (var answer : book.acknowledged()) {
            var message = byOrigin.get(new Origin(answer.user(), answer.key()));
            if (message == null) {
                found(
                        Kind.LOST,
                        "acknowledged as %d but not stored: key %s".formatted(answer.sequence(), answer.key()));
            } else if (!message.id().equals(answer.id()) || message.sequence() != answer.sequence()) {
                found(
                        Kind.TWICE,
                        "acknowledged as %d, stored as %d: key %s"
                                .formatted(answer.sequence(), message.sequence(), answer.key()));
            }
        }
    }

    private void checkStored() {
        var ids = new HashSet<String>();
        for (var message : stored.messages()) {
            var sent = book.sent(message.key());
            if (sent == null) {
                found(Kind.INVENTED, "stored but never sent: " + message);
            } else if (!sent.user().equals(message.sender())
                    || !sent.conversation().equals(message.conversation())
                    || !sent.text().equals(message.text())) {
                found(Kind.INVENTED, "stored otherwise than it was sent: " + message);
            }
            if (!ids.add(message.id())) {
                found(Kind.TWICE, "two messages have the id " + message.id());
            }
        }
    }

    private void checkScreen(Book.Screen screen) {
        var expected = new HashMap<String, Stored.Message>();
        ofUser(screen.user()).forEach(message -> expected.put(message.id(), message));
        var numbers = new HashMap<Long, Long>();
        var inbox = stored.inboxes().get(screen.user());
        if (inbox != null) {
            inbox.entries().forEach(entry -> numbers.put(entry.sequence(), entry.message()));
        }
        var seen = new HashSet<String>();
        var last = new HashMap<String, Long>();
        var position = 0L;
        for (var shown : screen.shown()) {
            var message = expected.get(shown.id());
            if (!seen.add(shown.id())) {
                found(Kind.TWICE, screen.device() + " showed twice: " + shown);
            } else if (message == null) {
                found(Kind.INVENTED, screen.device() + " showed what is not stored: " + shown);
            } else if (!message.text().equals(shown.text())
                    || !message.sender().equals(shown.sender())
                    || message.sequence() != shown.sequence()
                    || !message.conversation().equals(shown.conversation())) {
                found(Kind.INVENTED, screen.device() + " showed otherwise than stored: " + shown);
            }
            var before = last.put(shown.conversation(), shown.sequence());
            if (before != null && before >= shown.sequence()) {
                found(Kind.REORDERED, screen.device() + " showed after " + before + ": " + shown);
            }
            if (shown.inbox() <= position) {
                found(Kind.REORDERED, screen.device() + " went back in its inbox from " + position + ": " + shown);
            }
            position = shown.inbox();
            if (numbers.getOrDefault(shown.inbox(), 0L) != shown.sequence()) {
                found(Kind.REORDERED, screen.device() + " has another place in the inbox than the database: " + shown);
            }
        }
        expected.values().stream()
                .filter(message -> !seen.contains(message.id()))
                .forEach(message -> found(Kind.LOST, screen.device() + " never showed: " + message));
    }

    private void checkInbox(String user, Stored.Inbox inbox) {
        var expected = new HashMap<Long, String>();
        ofUser(user).forEach(message -> expected.put(message.sequence(), message.conversation()));
        var last = new HashMap<String, Long>();
        var seen = new HashSet<Long>();
        for (var entry : inbox.entries()) {
            if (!entry.isMessage()) {
                continue;
            }
            var conversation = expected.get(entry.message());
            if (!seen.add(entry.message())) {
                found(Kind.TWICE, "message " + entry.message() + " is twice in the inbox of " + user);
            } else if (conversation == null) {
                found(
                        Kind.INVENTED,
                        "message " + entry.message() + " is in the inbox of " + user + " but is not stored");
            } else {
                var before = last.put(conversation, entry.message());
                if (before != null && before > entry.message()) {
                    found(Kind.REORDERED, "the inbox of %s has %d before %d".formatted(user, before, entry.message()));
                }
            }
        }
        expected.keySet().stream()
                .filter(sequence -> !seen.contains(sequence))
                .forEach(sequence -> found(Kind.LOST, "message " + sequence + " is not in the inbox of " + user));
        checkNumbers(user, inbox);
    }

    /** A number is missing only where later news about the same has taken its place: behind the newest news nothing may be missing. */
    private void checkNumbers(String user, Stored.Inbox inbox) {
        var newestNews = inbox.entries().stream()
                .filter(entry -> !entry.isMessage())
                .mapToLong(Stored.Entry::sequence)
                .max()
                .orElse(0);
        var next = 1L;
        for (var entry : inbox.entries()) {
            if (entry.sequence() > next && entry.sequence() > newestNews) {
                found(
                        Kind.GAP,
                        "the inbox of %s has nothing between %d and %d".formatted(user, next - 1, entry.sequence()));
            }
            next = entry.sequence() + 1;
        }
        if (inbox.last() != next - 1) {
            found(
                    Kind.GAP,
                    "the inbox of %s ends at %d, but %d was handed out".formatted(user, next - 1, inbox.last()));
        }
    }

    private List<Stored.Message> ofUser(String user) {
        var messages = new ArrayList<Stored.Message>();
        book.members().forEach((conversation, users) -> {
            if (users.contains(user)) {
                messages.addAll(ofConversation.getOrDefault(conversation, List.of()));
            }
        });
        return messages;
    }

    private void found(Kind kind, String said) {
        findings.add(new Finding(kind, said));
    }

    /** Those kinds of which something was found. */
    static Set<Kind> kinds(List<Finding> findings) {
        var kinds = new HashSet<Kind>();
        findings.forEach(finding -> kinds.add(finding.kind()));
        return kinds;
    }
}
