package dev.parley.e2e.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the clients have seen, written down by them while it happened. Many write at once. */
final class Book {
    /** A message that a user wanted to send; stands here before its first frame leaves. */
    record Sent(String user, String key, String conversation, String text, long nanoTime) {
        Sent(String user, String key, String conversation, String text) {
            this(user, key, conversation, text, System.nanoTime());
        }
    }

    /** The server said that this message is durable. */
    record Acknowledged(String user, String key, String id, long sequence) {}

    /** A device put a message on its screen. @param inbox the position in the user's inbox that came with it */
    record Shown(String conversation, long sequence, String id, String sender, String text, long inbox) {}

    /** One installation of a user's client, with everything it has shown, in its order. */
    static final class Screen {
        private final String device;
        private final String user;
        private final List<Shown> shown = new ArrayList<>();

        Screen(String device, String user) {
            this.device = device;
            this.user = user;
        }

        String device() {
            return device;
        }

        String user() {
            return user;
        }

        synchronized void show(Shown message) {
            shown.add(message);
        }

        synchronized List<Shown> shown() {
            return List.copyOf(shown);
        }

        synchronized int count() {
            return shown.size();
        }
    }

    private final Map<String, Set<String>> members = new ConcurrentHashMap<>();
    private final Map<String, Sent> sent = new ConcurrentHashMap<>();
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final Map<String, Screen> screens = new ConcurrentHashMap<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private volatile Spans answers = new Spans();
    private volatile Spans arrivals = new Spans();
    private final Spans absences = new Spans();

    void conversation(String id, String... users) {
        members.put(id, Set.of(users));
    }

    void sent(Sent message) {
        sent.put(message.key(), message);
    }

    synchronized void acknowledged(Acknowledged message) {
        acknowledged.add(message);
    }

    /** A message was refused for now, with a problem that says so; it stays the client's to send again. */
    synchronized void refused(String problem) {
        refusals.merge(problem, 1, Integer::sum);
    }

    /** Something that must not be was seen at once, without asking the database. */
    synchronized void found(Finding.Kind kind, String said) {
        findings.add(new Finding(kind, said));
    }

    /** How long a message waited for its answer on one connection. */
    void answered(Duration after) {
        answers.add(after);
    }

    /** How long it took from the first frame of a message to a screen of somebody else. */
    void arrived(Duration after) {
        arrivals.add(after);
    }

    /** Begins a new measurement of {@link #arrived} and returns it. */
    Spans measureArrivals() {
        var begun = new Spans();
        arrivals = begun;
        return begun;
    }

    /** How long a device that lost its connection was away, until everything missed had arrived. */
    void cameBack(Duration after) {
        absences.add(after);
    }

    Screen screen(String device, String user) {
        return screens.computeIfAbsent(device, name -> new Screen(name, user));
    }

    Map<String, Set<String>> members() {
        return members;
    }

    Map<String, Sent> sent() {
        return sent;
    }

    @Nullable
    Sent sent(String key) {
        return sent.get(key);
    }

    synchronized List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    List<Screen> screens() {
        return List.copyOf(screens.values());
    }

    synchronized Map<String, Integer> refusals() {
        return Map.copyOf(refusals);
    }

    synchronized List<Finding> findings() {
        return List.copyOf(findings);
    }

    Spans answers() {
        return answers;
    }

    /** Begins a new measurement of {@link #answered} and returns it. */
    Spans measureAnswers() {
        var begun = new Spans();
        answers = begun;
        return begun;
    }

    Spans absences() {
        return absences;
    }

    /** In one line. */
    String tally() {
        var shown = screens.values().stream().mapToLong(Screen::count).sum();
        return "%,d messages sent, %,d acknowledgements, %,d shown on %d devices, refused for now %s, answers %s, absences %s"
                .formatted(sent.size(), acknowledged().size(), shown, screens.size(), refusals(), answers, absences);
    }

    /** Lengths of time, in milliseconds. */
    static final class Spans {
        private int[] millis = new int[1_024];
        private int count;

        synchronized void add(Duration span) {
            if (count == millis.length) {
                millis = Arrays.copyOf(millis, 2 * count);
            }
            millis[count++] = (int) Math.min(Integer.MAX_VALUE, span.toMillis());
        }

        /** Of these, a share from 0 to 1 took no longer; zero when there are none. */
        synchronized Duration quantile(double share) {
            if (count == 0) {
                return Duration.ZERO;
            }
            var sorted = Arrays.copyOf(millis, count);
            Arrays.sort(sorted);
            return Duration.ofMillis(sorted[(int) Math.min(count - 1L, Math.round(share * (count - 1)))]);
        }

        synchronized int count() {
            return count;
        }

        @Override
        public String toString() {
            return "p50 %d ms, p99 %d ms, longest %d ms of %,d"
                    .formatted(
                            quantile(0.5).toMillis(),
                            quantile(0.99).toMillis(),
                            quantile(1).toMillis(),
                            count());
        }
    }
}
