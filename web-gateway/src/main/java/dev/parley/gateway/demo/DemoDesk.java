package dev.parley.gateway.demo;

import dev.parley.account.OfficialAccountId;
import dev.parley.account.Role;
import dev.parley.account.Team;
import dev.parley.answer.AnswerRule;
import dev.parley.answer.AnswerRules;
import dev.parley.answer.AnsweringMachine;
import dev.parley.care.Care;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.MessageBody;
import dev.parley.desk.Agents;
import dev.parley.desk.AssignmentMode;
import dev.parley.desk.Desk;
import dev.parley.desk.DeskSetting;
import dev.parley.desk.DeskSettings;
import dev.parley.desk.Snooze;
import dev.parley.desk.TagColour;
import dev.parley.desk.TagId;
import dev.parley.desk.Tags;
import dev.parley.follow.Follows;
import dev.parley.follow.Source;
import dev.parley.gateway.Outcomes;
import dev.parley.hours.Hours;
import dev.parley.hours.OpeningHours;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.Ids;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import dev.parley.note.CannedAnswers;
import dev.parley.note.Notes;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What happens at the bakery's desk: four weeks of questions that were settled, and a morning on which some wait. */
@Component
@ConditionalOnProperty("parley.demo")
class DemoDesk {
    private static final List<String> ASKED = List.of(
            "Is the dark rye sliced?",
            "Do you have spelt rolls on Sunday?",
            "Can I order a cake for twelve?",
            "Was my loaf picked up already?",
            "Is there a parking place near you?",
            "Do you take back bread bags?");
    private static final List<String> ANSWERED = List.of(
            "Yes, as thick as you like.",
            "From eight, as long as they last.",
            "With two days' notice, gladly.",
            "Not yet, it lies under your name.",
            "Two in the yard, and the tram stops in front.",
            "Any time, clean ones.");

    private final Chatter chatter;
    private final Conversations conversations;
    private final Follows follows;
    private final Team team;
    private final Desk desk;
    private final DeskSettings settings;
    private final Tags tags;
    private final Agents agents;
    private final Notes notes;
    private final CannedAnswers canned;
    private final Hours hours;
    private final AnswerRules rules;
    private final AnsweringMachine machine;
    private final Care care;

    DemoDesk(
            Chatter chatter,
            Conversations conversations,
            Follows follows,
            Team team,
            Desk desk,
            DeskSettings settings,
            Tags tags,
            Agents agents,
            Notes notes,
            CannedAnswers canned,
            Hours hours,
            AnswerRules rules,
            AnsweringMachine machine,
            Care care) {
        this.chatter = chatter;
        this.conversations = conversations;
        this.follows = follows;
        this.team = team;
        this.desk = desk;
        this.settings = settings;
        this.tags = tags;
        this.agents = agents;
        this.notes = notes;
        this.canned = canned;
        this.hours = hours;
        this.rules = rules;
        this.machine = machine;
        this.care = care;
    }

    /** Who is at the desk. */
    record Crew(OfficialAccountId bakery, UserId edda, UserId ines, UserId third) {}

    /** What the owner sets up on the first day. */
    void setUp(Crew crew) {
        var rye = crew.bakery();
        var edda = crew.edda();
        team.add(rye, edda, crew.third(), Role.AGENT);
        settings.set(rye, edda, new DeskSetting(AssignmentMode.BY_HAND, true));
        Outcomes.value(hours.set(
                rye,
                edda,
                new OpeningHours(
                        ZoneId.of("Europe/Berlin"),
                        Stream.of(DayOfWeek.values())
                                .filter(day -> day != DayOfWeek.MONDAY)
                                .map(day -> new OpeningHours.Span(day, LocalTime.of(6, 0), LocalTime.of(18, 30)))
                                .toList(),
                        List.of())));
        canned(crew, "allergens", "In our dark rye: rye, water, salt. Made beside nuts, so we cannot rule out traces.");
        canned(crew, "allergy-call", "We would rather call you about this. May we have a number?");
        canned(crew, "all-day", "We are here all day until {closing time}. {agent} at {account}");
        canned(crew, "hello", "Good day, this is {agent} at {account}. What can we do for you?");
        canned(crew, "snow", "We open at ten when it snows.");
        rule(
                crew,
                "opening times",
                AnswerRule.Trigger.KEYWORD,
                AnswerRule.At.ALWAYS,
                List.of("open", "opening times"),
                "Tuesday to Sunday from six until half past six in the evening.");
        rule(
                crew,
                "rye",
                AnswerRule.Trigger.KEYWORD,
                AnswerRule.At.ALWAYS,
                List.of("order two dark rye", "rye left"),
                "Yes, 14 left for Friday. Which one may we put aside?");
        rule(
                crew,
                "out of hours",
                AnswerRule.Trigger.ANY,
                AnswerRule.At.CLOSED,
                List.of(),
                "The ovens are warm, but nobody is at the counter. We answer from six.");
    }

    private void canned(Crew crew, String shortcut, String text) {
        Outcomes.value(canned.create(crew.bakery(), crew.edda(), shortcut, text));
    }

    private void rule(
            Crew crew, String name, AnswerRule.Trigger trigger, AnswerRule.At at, List<String> words, String answer) {
        Outcomes.value(rules.add(
                crew.bakery(),
                crew.edda(),
                new AnswerRule(Ids.next(), name, true, trigger, words, at, List.of(new MessageBody.Text(answer)))));
    }

    /** Four weeks of questions, answered and closed; some say how it was. */
    void past(Happenings happenings, Instant now, Crew crew, List<UserId> people) {
        for (var day = 27; day >= 4; day--) {
            var number = day;
            var who = people.get(day % people.size());
            var asked = now.minus(Duration.ofDays(day)).plus(Duration.ofMinutes(37L * (day % 9)));
            var agent =
                    List.of(crew.edda(), crew.ines(), crew.ines(), crew.third()).get(day % 4);
            var answered = asked.plus(Duration.ofMinutes(3 + day * 11L % 70));
            var closed = answered.plus(Duration.ofMinutes(9 + day * 17L % 200));
            happenings.at(asked, () -> {
                ask(who, crew, ASKED.get(number % ASKED.size()));
            });
            happenings.at(answered, () -> {
                answer(agent, who, crew, ANSWERED.get(number % ANSWERED.size()));
                if (number % 3 == 0) {
                    tag(who, crew, agent, number % 2 == 0 ? "Orders" : "Allergies");
                }
            });
            happenings.at(closed, () -> desk.close(crew.bakery(), between(who, crew), agent));
            happenings.at(closed.plus(Duration.ofMinutes(1)), care::askDue);
            if (number % 5 != 0) {
                happenings.at(closed.plus(Duration.ofMinutes(4)), () -> ask(who, crew, String.valueOf(3 + number % 3)));
            }
        }
    }

    /** What stands at the desk today. */
    void today(Happenings happenings, Instant now, Crew crew, List<UserId> people) {
        var rye = crew.bakery();
        var waitedUntilSix = people.get(0);
        var breakfast = people.get(1);
        var velmar = people.get(2);
        var hazelnut = people.get(3);
        var wedding = people.get(4);
        var crumbs = people.get(5);
        var tasting = people.get(6);
        ago(happenings, now, Duration.ofHours(47).plusMinutes(40), () -> {
            enter(people, crew);
            ask(hazelnut, crew, "Good morning, can I still order two dark rye for Friday?");
        });
        ago(happenings, now, Duration.ofHours(46).plusMinutes(48), () -> {
            ask(
                    hazelnut,
                    crew,
                    "Is there hazelnut in the dark rye? My son is allergic, so please check and do not guess");
            tag(hazelnut, crew, crew.edda(), "Allergies", "Orders");
        });
        ago(happenings, now, Duration.ofHours(44).plusMinutes(10), () -> {
            ask(waitedUntilSix, crew, "I waited until six and nobody was there. Can you tell me what happened?");
            tag(waitedUntilSix, crew, crew.edda(), "Complaints");
            desk.assign(rye, between(waitedUntilSix, crew), crew.edda(), crew.edda());
        });
        ago(happenings, now, Duration.ofHours(26), () -> {
            ask(wedding, crew, "We would like a bread table for our wedding in May. Whom do we talk to?");
            tag(wedding, crew, crew.ines(), "Events");
            answer(crew.ines(), wedding, crew, "With me. How many guests will you be?");
            desk.snooze(rye, between(wedding, crew), crew.ines(), new Snooze(null));
        });
        ago(happenings, now, Duration.ofHours(6), () -> {
            ask(crumbs, crew, "The seeded loaf crumbles when I slice it. What am I doing wrong?");
            answer(crew.third(), crumbs, crew, "Nothing. Let it rest for a day; I ask the baker and write tomorrow.");
            desk.snooze(rye, between(crumbs, crew), crew.third(), new Snooze(now.plus(Duration.ofHours(20))));
        });
        ago(happenings, now, Duration.ofMinutes(95), () -> {
            ask(tasting, crew, "Answer to your coffee tasting: two places for Saturday, please");
            tag(tasting, crew, crew.ines(), "Events");
        });
        ago(happenings, now, Duration.ofMinutes(68), () -> {
            ask(breakfast, crew, "Forty rolls for a school breakfast on Thursday, is that possible?");
            tag(breakfast, crew, crew.edda(), "Orders");
            desk.assign(rye, between(breakfast, crew), crew.edda(), crew.edda());
        });
        ago(happenings, now, Duration.ofMinutes(32), () -> ask(velmar, crew, "Do you ship to Velmar?"));
        ago(happenings, now, Duration.ofMinutes(18), () -> {
            desk.assign(rye, between(hazelnut, crew), crew.edda(), crew.edda());
            notes.write(
                    rye,
                    between(hazelnut, crew),
                    crew.ines(),
                    "@Edda the sunflower rye has hazelnut, the dark one not since March. Same slicer though.",
                    List.of(crew.edda()));
        });
        ago(happenings, now, Duration.ofSeconds(20), () -> {
            agents.here(rye, crew.ines(), false);
            agents.here(rye, crew.third(), true);
        });
    }

    private void enter(List<UserId> people, Crew crew) {
        people.forEach(person -> follows.follow(person, crew.bakery(), Source.QR));
    }

    private void answer(UserId by, UserId who, Crew crew, String text) {
        follows.follow(who, crew.bakery(), Source.LINK);
        chatter.answer(crew.bakery(), by, who, text);
    }

    /** Whoever has left in the meantime comes back to ask. */
    private void ask(UserId who, Crew crew, String text) {
        follows.follow(who, crew.bakery(), Source.LINK);
        chatter.question(who, crew.bakery(), text);
        machine.answerDue();
    }

    private void tag(UserId who, Crew crew, UserId by, String... names) {
        Map<String, TagId> known = new HashMap<>();
        tags.of(crew.bakery()).forEach(tag -> known.put(tag.name(), tag.id()));
        var wanted = Stream.of(names)
                .map(name -> known.computeIfAbsent(
                        name,
                        missing -> Outcomes.value(tags.create(crew.bakery(), by, missing, colour(missing)))
                                .id()))
                .toList();
        desk.tag(crew.bakery(), between(who, crew), by, wanted);
    }

    private static TagColour colour(String name) {
        return switch (name) {
            case "Orders" -> TagColour.ORANGE;
            case "Allergies" -> TagColour.VIOLET;
            case "Complaints" -> TagColour.RED;
            default -> TagColour.GREEN;
        };
    }

    private ConversationId between(UserId who, Crew crew) {
        return conversations
                .between(PartyRef.user(who), crew.bakery().party())
                .orElseThrow(() -> new IllegalStateException("nobody has written yet"));
    }

    private static void ago(Happenings happenings, Instant now, Duration ago, Runnable act) {
        happenings.at(now.minus(ago), act);
    }
}
