package dev.parley.gateway.demo;

import dev.parley.account.OfficialAccountId;
import dev.parley.draft.NewMessageBody;
import dev.parley.follow.Follows;
import dev.parley.follow.Source;
import dev.parley.gateway.demo.Drawings.Scene;
import dev.parley.insight.Insights;
import dev.parley.insight.Seen;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.kernel.MediaId;
import dev.parley.kernel.UserId;
import dev.parley.media.MediaPurpose;
import dev.parley.push.Dosage;
import dev.parley.push.Dosages;
import dev.parley.push.PushMessage;
import dev.parley.push.PushMessages;
import dev.parley.push.PushOutcome;
import dev.parley.push.ReleasePush;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** How the many follow, look at push messages, choose less and leave; seeded, so that every demo world is the same. */
@Component
@ConditionalOnProperty("parley.demo")
class Crowd {
    private final Follows follows;
    private final Dosages dosages;
    private final PushMessages pushMessages;
    private final Insights insights;
    private final Cast cast;
    private final Random random = new Random(20);
    private final Map<Uploaded, MediaId> scenes = new HashMap<>();
    private final Set<UserId> nameless = new HashSet<>();

    private record Uploaded(UserId editor, Scene scene) {}

    Crowd(Follows follows, Dosages dosages, PushMessages pushMessages, Insights insights, Cast cast) {
        this.follows = follows;
        this.dosages = dosages;
        this.pushMessages = pushMessages;
        this.insights = insights;
        this.cast = cast;
    }

    /**
     * What one push message is, and how it is taken.
     *
     * @param annoyance share of those who have seen it who leave because of it
     */
    record Planned(String title, String summary, Scene scene, double annoyance) {}

    /** Plans follows of a share of the people between two times. */
    void gather(
            Happenings happenings,
            List<UserId> people,
            OfficialAccountId account,
            double share,
            Instant from,
            Instant to) {
        nameless.addAll(people);
        for (var person : people) {
            if (random.nextDouble() < share) {
                var source = Source.values()[random.nextInt(Source.values().length)];
                happenings.at(between(from, to), () -> {
                    follows.follow(person, account, source);
                    if (random.nextDouble() < 0.3) {
                        dosages.choose(person, account, someDosage());
                    }
                });
            }
        }
    }

    /** Releases now, and plans how the followers take it. */
    void release(Happenings happenings, Instant now, OfficialAccountId account, UserId editor, Planned planned) {
        var picture = scenes.computeIfAbsent(
                new Uploaded(editor, planned.scene()),
                wanted -> cast.picture(editor, MediaPurpose.PUSH, planned.title(), Drawings.scene(wanted.scene())));
        var draft = new NewMessageBody.Article(
                planned.title(),
                planned.summary(),
                link(planned),
                new NewMessageBody.Cover(picture.value(), planned.title()),
                null);
        var key = new IdempotencyKey("demo-" + random.nextLong());
        switch (pushMessages.release(new ReleasePush(account, editor, key, draft))) {
            case PushOutcome.Released(var push) -> taken(happenings, now, account, push, planned);
            case PushOutcome.AlreadyReleased again -> throw new IllegalStateException(again.toString());
            case PushOutcome.Invalid invalid -> throw new IllegalStateException(invalid.toString());
            case PushOutcome.Refused refused -> throw new IllegalStateException(refused.toString());
        }
    }

    private void taken(
            Happenings happenings, Instant now, OfficialAccountId account, PushMessage push, Planned planned) {
        for (var follower : follows.usersOf(account)) {
            if (random.nextDouble() > 0.72) {
                continue;
            }
            var seen = now.plusSeconds((long) (-Math.log(1 - random.nextDouble()) * 4 * 3_600));
            var opened = random.nextDouble() < openShare(seen);
            var links = opened ? List.of(link(planned)) : List.<String>of();
            happenings.at(seen, () -> insights.record(follower, List.of(new Seen(push.id(), opened, links))));
            var mood = random.nextDouble();
            if (!nameless.contains(follower)) {
                continue; // those with a part in the story still follow when it comes to them
            }
            if (mood < planned.annoyance()) {
                happenings.at(seen.plus(Duration.ofMinutes(5)), () -> follows.unfollow(follower, account));
            } else if (mood < planned.annoyance() * 1.6) {
                happenings.at(seen.plus(Duration.ofMinutes(3)), () -> follows.mute(follower, account, true));
            } else if (mood < planned.annoyance() * 2.2) {
                happenings.at(seen.plus(Duration.ofMinutes(4)), () -> dosages.less(follower, account));
            }
        }
    }

    private static String link(Planned planned) {
        return "https://example.org/"
                + planned.title().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** Most is opened in the evening, least at noon. */
    private static double openShare(Instant seen) {
        var hour = seen.atZone(ZoneId.of("Europe/Berlin")).getHour();
        return hour >= 18 && hour < 22 ? 0.45 : hour >= 11 && hour < 14 ? 0.2 : 0.3;
    }

    private Dosage someDosage() {
        return switch (random.nextInt(4)) {
            case 0 -> new Dosage.DigestOnly();
            case 1 -> new Dosage.AnswersOnly();
            case 2 -> new Dosage.AtMost(1, Dosage.Period.WEEK);
            default -> new Dosage.AtMost(2, Dosage.Period.WEEK);
        };
    }

    private Instant between(Instant from, Instant to) {
        return from.plusSeconds(
                (long) (random.nextDouble() * Duration.between(from, to).toSeconds()));
    }
}
