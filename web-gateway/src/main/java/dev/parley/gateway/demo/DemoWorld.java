package dev.parley.gateway.demo;

import dev.parley.account.Category;
import dev.parley.account.ChangeAccount;
import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.account.Role;
import dev.parley.account.Team;
import dev.parley.contact.ReportReason;
import dev.parley.contact.Reports;
import dev.parley.conversation.MessageBody;
import dev.parley.conversation.Sticker;
import dev.parley.follow.Follows;
import dev.parley.follow.Source;
import dev.parley.gateway.demo.Crowd.Planned;
import dev.parley.gateway.demo.Drawings.Hair;
import dev.parley.gateway.demo.Drawings.Scene;
import dev.parley.gateway.demo.Drawings.Sign;
import dev.parley.identity.Users;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import dev.parley.media.MediaPurpose;
import dev.parley.media.MediaStore;
import dev.parley.push.Dosage;
import dev.parley.push.Dosages;
import dev.parley.sanction.Sanctions;
import dev.parley.sanction.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes eight weeks of history in the town of Orrin: people who know each other, six companies, their push messages, questions that
 * wait. Everything goes through the rooms' own doors at the time it is said to have happened. Made once; a later start only
 * prints who can log in.
 */
@Component
@ConditionalOnProperty("parley.demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoWorld implements ApplicationRunner {
    private static final Duration HISTORY = Duration.ofDays(56);

    private final TravellingClock clock;
    private final Cast cast;
    private final Chatter chatter;
    private final Crowd crowd;
    private final Users users;
    private final OfficialAccounts accounts;
    private final Team team;
    private final Follows follows;
    private final Dosages dosages;
    private final MediaStore media;
    private final DemoDesk demoDesk;
    private final Reports reports;
    private final Sanctions sanctions;
    private final Offers offers;

    DemoWorld(
            TravellingClock clock,
            Cast cast,
            Chatter chatter,
            Crowd crowd,
            Users users,
            OfficialAccounts accounts,
            Team team,
            Follows follows,
            Dosages dosages,
            MediaStore media,
            DemoDesk demoDesk,
            Reports reports,
            Sanctions sanctions,
            Offers offers) {
        this.clock = clock;
        this.cast = cast;
        this.chatter = chatter;
        this.crowd = crowd;
        this.users = users;
        this.accounts = accounts;
        this.team = team;
        this.follows = follows;
        this.dosages = dosages;
        this.media = media;
        this.demoDesk = demoDesk;
        this.reports = reports;
        this.sanctions = sanctions;
        this.offers = offers;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (users.findByHandle("nora").isEmpty()) {
            try {
                make(clock.instant());
            } finally {
                clock.arrive();
            }
        }
        System.out.println("""

                The demo world of Orrin. Everybody's password is %s
                  nora    a person with contacts, accounts she follows, and a digest     client
                  mara    her friend                                                      client
                  edda    owner of Morrow & Rye                                           dashboard
                  ines    agent at Morrow & Rye                                           dashboard
                  tomas   agent there, too, and owner of Kestrel Rail                     dashboard
                  olga    operator                                                        console
                """.formatted(Cast.PASSWORD));
    }

    private void make(Instant now) {
        var start = now.minus(HISTORY).truncatedTo(ChronoUnit.DAYS);
        clock.travelTo(start);
        var happenings = new Happenings(clock, now);
        var people = people();
        var operator = cast.operator("olga", "Olga Brandt");
        var many = cast.crowd();
        var companies = companies(people, operator);
        friendships(happenings, start, now, people);
        for (var company : companies) {
            crowd.gather(happenings, many, company.account(), company.share(), start, now);
            follow(happenings, start, people, company);
            releases(happenings, start, now, company);
        }
        desk(happenings, now, people, companies.getFirst());
        var bakery = companies.getFirst().account();
        var crew = new DemoDesk.Crew(bakery, people.edda(), people.ines(), people.tomas());
        demoDesk.setUp(crew);
        demoDesk.past(happenings, now, crew, many.subList(0, 12));
        demoDesk.today(happenings, now, crew, many.subList(12, 19));
        offers(happenings, now, people, companies);
        happenings.at(now.minus(Duration.ofHours(19)), () -> unverified(people.leo()));
        loud(happenings, now, people, companies.getLast(), operator, many);
        happenings.run();
    }

    private record People(
            UserId nora,
            UserId mara,
            UserId jonas,
            UserId ruth,
            UserId sami,
            UserId priya,
            UserId leo,
            UserId edda,
            UserId ines,
            UserId tomas,
            UserId yuki,
            UserId amara) {
        List<UserId> friendsOfNora() {
            return List.of(mara, jonas, ruth, sami, priya, leo);
        }
    }

    private record Company(OfficialAccountId account, UserId owner, double share, List<Planned> releases) {}

    private People people() {
        return new People(
                cast.person("nora", "Nora Lindqvist", "#bfe0ee", "#f0c9a8", "#3c2415", "#d98a35", Hair.BOB),
                cast.person("mara", "Mara Ellisgard", "#f4c7a6", "#f0c39b", "#7a3b1e", "#0b6577", Hair.LONG),
                cast.person("jonas", "Jonas Vehrmann", "#b9d4e8", "#eec19a", "#4a2f1b", "#e07a4f", Hair.SHORT),
                cast.person("ruth", "Oma Ruth", "#f3c1cb", "#f2cfb4", "#b9bfc6", "#8e5a86", Hair.BUN),
                cast.person("sami", "Sami Rahalou", "#bfe6d0", "#c98f64", "#1f1a17", "#2f6f73", Hair.BALD_BEARD),
                cast.person("priya", "Priya Nandavar", "#cfe4e8", "#b97c50", "#1c1512", "#c23b55", Hair.LONG),
                cast.person("leo", "Leo Castellin", "#f6cf9f", "#e9b98d", "#6b3f1d", "#3d5a80", Hair.CURLY),
                cast.person("edda", "Edda Solheim", "#e3d6f2", "#f1cdb0", "#c9a063", "#5f43be", Hair.BUN),
                cast.person("ines", "Ines Okafor", "#f7e0b5", "#8d5a3a", "#201612", "#15703f", Hair.CURLY),
                cast.person("tomas", "Tomas Wirt", "#d7e8c9", "#eec6a2", "#8a5a2b", "#46575a", Hair.SHORT),
                cast.person("yuki", "Yuki Tanabe", "#fbe0e4", "#f3d3b3", "#16110f", "#0b6577", Hair.BOB),
                cast.person("amara", "Amara Diallo", "#d9e7f7", "#7a4a2c", "#14100e", "#be7607", Hair.BUN));
    }

    private List<Company> companies(People people, UserId operator) {
        var rye = open(
                operator,
                people.edda(),
                "morrow.rye",
                "Morrow & Rye",
                Category.FOOD,
                "Sourdough and rye from Mill Lane since 1987. Open Tuesday to Sunday, warm from six.",
                "#e39b3f",
                "#b9591a",
                Sign.BREAD);
        team.add(rye, people.edda(), people.ines(), Role.AGENT);
        accounts.change(new ChangeAccount(
                rye, people.edda(), null, null, null, "Good to have you. Ask us anything; we answer until six.", null));
        var rail = open(
                operator,
                people.tomas(),
                "kestrel.rail",
                "Kestrel Rail",
                Category.TRAVEL,
                "Trains between Orrin and the coast. Delays, tracks and tickets.",
                "#2c74b3",
                "#123a6b",
                Sign.RAIL);
        var theatre = open(
                operator,
                people.yuki(),
                "ombra",
                "Ombra Theatre",
                Category.CULTURE,
                "Six evenings a week, one stage, no interval too long.",
                "#b5476f",
                "#571b3a",
                Sign.MASK);
        var bank = open(
                operator,
                people.tomas(),
                "larkfield",
                "Larkfield Bank",
                Category.FINANCE,
                "A bank that writes when something happens, and only then.",
                "#2a8a5f",
                "#12492f",
                Sign.BANK);
        var library = open(
                operator,
                people.amara(),
                "quay.library",
                "Quay Library",
                Category.EDUCATION,
                "Books, films and quiet places by the harbour.",
                "#7a68c9",
                "#433083",
                Sign.BOOK);
        var lantern = open(
                operator,
                people.amara(),
                "orrin.lantern",
                "The Orrin Lantern",
                Category.NEWS,
                "What happened in town, every evening.",
                "#4a5a63",
                "#1d2a31",
                Sign.LANTERN);
        return List.of(
                new Company(
                        rye,
                        people.edda(),
                        0.85,
                        List.of(
                                new Planned(
                                        "Autumn opening hours",
                                        "From October we open at seven on Sundays.",
                                        Scene.LOAF,
                                        0.002),
                                new Planned(
                                        "Plum cake is back", "With almonds, by the slice or whole.", Scene.CAKE, 0.002),
                                new Planned("Bake with us", "Four places left on Saturday morning.", Scene.LOAF, 0.004),
                                new Planned(
                                        "−20% all weekend",
                                        "Everything in the shop, Saturday and Sunday.", Scene.CAKE, 0.11),
                                new Planned("Spelt, three ways", "As loaf, as roll, as cracker.", Scene.LOAF, 0),
                                new Planned(
                                        "The oven rests on Monday",
                                        "A new floor, and then as before.",
                                        Scene.LOAF,
                                        0.002),
                                new Planned(
                                        "Quince from the garden", "In tarts, as long as there are any.", Scene.CAKE, 0),
                                new Planned(
                                        "Rolls from six",
                                        "Earlier by an hour for those who start early.",
                                        Scene.LOAF,
                                        0.002),
                                new Planned("Lantern buns", "Only this week, with poppy seed.", Scene.CAKE, 0),
                                new Planned(
                                        "A visit to the mill",
                                        "Where our rye comes from, in ten pictures.",
                                        Scene.LOAF,
                                        0.002),
                                new Planned(
                                        "Dark rye is back, from Friday",
                                        "Baked for sixteen hours, as it should be.",
                                        Scene.LOAF,
                                        0),
                                new Planned(
                                        "Soup at noon", "From the bread of yesterday, and good.", Scene.LOAF, 0.002),
                                new Planned(
                                        "Open on Sunday",
                                        "Fresh rolls from eight, coffee until two.",
                                        Scene.CAKE,
                                        0.002),
                                new Planned("St Martin's tarts", "Forty pieces, baked at five.", Scene.CAKE, 0),
                                new Planned(
                                        "Your Friday loaf is reserved until six",
                                        "Say if you come later, we keep it.",
                                        Scene.LOAF,
                                        0.002),
                                new Planned(
                                        "Coffee tasting, eleven places",
                                        "Three roasters, one long table, Thursday at seven.",
                                        Scene.COFFEE,
                                        0.002))),
                new Company(
                        rail,
                        people.tomas(),
                        0.6,
                        List.of(
                                new Planned(
                                        "Works at Harbour Bridge",
                                        "Two weekends with buses between Mill and Quay.",
                                        Scene.PLATFORM,
                                        0.01),
                                new Planned(
                                        "The winter timetable",
                                        "Two more evening trains, every day.",
                                        Scene.PLATFORM,
                                        0.006),
                                new Planned(
                                        "Night train to the coast",
                                        "Fridays from December, bunks from 19.",
                                        Scene.HARBOUR,
                                        0.01),
                                new Planned(
                                        "Track change: the 17:08 leaves from platform 4",
                                        "This week only, while platform 2 is repaired.",
                                        Scene.PLATFORM,
                                        0.008))),
                new Company(
                        theatre,
                        people.yuki(),
                        0.5,
                        List.of(
                                new Planned(
                                        "The Lighthouse Keepers",
                                        "Opening night in three weeks; members choose first.",
                                        Scene.STAGE,
                                        0.01),
                                new Planned(
                                        "Talk after the show",
                                        "The cast stays on stage on Thursday.",
                                        Scene.STAGE,
                                        0.02),
                                new Planned(
                                        "Last seats for Saturday",
                                        "Eleven in the gallery, two in the stalls.",
                                        Scene.STAGE,
                                        0.03),
                                new Planned(
                                        "Tonight is sold out", "Returns from 18:30 at the door.", Scene.STAGE, 0.03))),
                new Company(
                        bank,
                        people.tomas(),
                        0.4,
                        List.of(new Planned(
                                "New cards", "Yours comes by post before the old one ends.", Scene.HARBOUR, 0.004))),
                new Company(
                        library,
                        people.amara(),
                        0.45,
                        List.of(
                                new Planned(
                                        "Reading on the quay",
                                        "Three poets, one microphone, blankets.",
                                        Scene.SHELVES,
                                        0.006),
                                new Planned(
                                        "Tidal Cities is here",
                                        "Fourteen copies, and a waiting list that moves.",
                                        Scene.SHELVES,
                                        0.006))),
                new Company(
                        lantern,
                        people.amara(),
                        0.55,
                        List.of(
                                new Planned(
                                        "Harbour Bridge closes for two weekends",
                                        "What it means for the market.",
                                        Scene.HARBOUR,
                                        0.02),
                                new Planned(
                                        "The market moves indoors",
                                        "From Saturday in the old rope hall.",
                                        Scene.HARBOUR,
                                        0.02),
                                new Planned(
                                        "Council votes on the tram",
                                        "Eleven to nine, after six hours.",
                                        Scene.PLATFORM,
                                        0.03),
                                new Planned(
                                        "Storm warning for tonight",
                                        "Gusts up to 90 km/h from the west.",
                                        Scene.EVENING,
                                        0.02),
                                new Planned(
                                        "The tandem thief is a dog",
                                        "He only wanted the basket.",
                                        Scene.EVENING,
                                        0.01))));
    }

    private OfficialAccountId open(
            UserId operator,
            UserId owner,
            String handle,
            String name,
            Category category,
            String description,
            String from,
            String to,
            Sign sign) {
        var account = cast.company(owner, handle, name, category, description, from, to, sign);
        accounts.verify(account, operator, "register entry and address seen");
        return account;
    }

    private void friendships(Happenings happenings, Instant start, Instant now, People people) {
        happenings.at(start.plusSeconds(3_600), () -> {
            people.friendsOfNora().forEach(friend -> chatter.befriend(people.nora(), friend));
            chatter.befriend(people.mara(), people.jonas());
            chatter.befriend(people.edda(), people.ines());
        });
        happenings.at(now.minus(Duration.ofHours(20)), () -> chatter.ask(people.yuki(), people.nora()));
        var talk = new Talk(happenings, now, chatter);
        talk.at(Duration.ofDays(6), people.leo(), people.nora(), "Deal. Loser brings the pretzels");
        talk.at(Duration.ofDays(4), people.nora(), people.priya(), "Is the harbour walk still on for Sunday?");
        talk.at(Duration.ofDays(4).minusMinutes(9), people.priya(), people.nora(), "Yes, ten at the crane");
        talk.at(Duration.ofDays(2), people.sami(), people.nora(), "Could we move it to Tuesday?");
        talk.at(Duration.ofHours(27), people.nora(), people.ruth(), "Home safe. Thank you for the cake");
        talk.at(Duration.ofHours(26), people.ruth(), people.nora(), "Ring me when you are home, dear");
        talk.at(
                Duration.ofHours(15),
                () -> chatter.say(
                        people.mara(),
                        people.nora(),
                        picture(
                                people.mara(),
                                Scene.EVENING,
                                "Remember this evening? Same cabin is free again in March.",
                                "A lake at dusk with a jetty")));
        talk.at(Duration.ofMinutes(78), people.nora(), people.mara(), "Morning! Still on for Ombra tonight?");
        talk.at(
                Duration.ofMinutes(77),
                people.nora(),
                people.mara(),
                "Doors are at 19:15, I could be there a bit before");
        talk.at(Duration.ofMinutes(70), people.mara(), people.nora(), "Perfect, I come straight from the 17:08");
        talk.at(Duration.ofMinutes(66), people.mara(), people.nora(), "Saved you two seats, left side");
        talk.at(Duration.ofMinutes(64), () -> chatter.read(PartyRef.user(people.nora()), PartyRef.user(people.mara())));
        talk.at(Duration.ofMinutes(63), people.nora(), people.mara(), "You are the best. Dinner is on me");
        talk.at(Duration.ofMinutes(62), () -> chatter.read(PartyRef.user(people.mara()), PartyRef.user(people.nora())));
        talk.at(Duration.ofMinutes(61), people.nora(), people.mara(), "The place next to the station?");
        talk.at(Duration.ofMinutes(40), people.jonas(), people.nora(), "Tandem is finally fixed");
        talk.at(
                Duration.ofMinutes(39),
                () -> chatter.say(
                        people.jonas(),
                        people.nora(),
                        picture(
                                people.jonas(),
                                Scene.HARBOUR,
                                "First ride along the harbour",
                                "A sailing boat in the harbour")));
        for (var friend : List.of(people.ruth(), people.leo(), people.priya())) {
            talk.at(Duration.ofHours(10), () -> chatter.read(PartyRef.user(people.nora()), PartyRef.user(friend)));
            talk.at(Duration.ofHours(9), () -> chatter.read(PartyRef.user(friend), PartyRef.user(people.nora())));
        }
    }

    private MessageBody picture(UserId from, Scene scene, String caption, String description) {
        var stored = media.find(cast.picture(from, MediaPurpose.MESSAGE, description, Drawings.scene(scene)))
                .orElseThrow();
        return new MessageBody.Image(
                new MessageBody.Picture(
                        stored.id(), stored.widthPx(), stored.heightPx(), stored.placeholderColor(), description),
                caption);
    }

    private void follow(Happenings happenings, Instant start, People people, Company company) {
        happenings.at(start.plus(Duration.ofDays(1)), () -> {
            follows.follow(people.nora(), company.account(), Source.SEARCH);
            follows.follow(people.mara(), company.account(), Source.LINK);
            follows.follow(people.jonas(), company.account(), Source.QR);
            if (company.releases().size() > 4) {
                dosages.choose(people.nora(), company.account(), new Dosage.AtMost(1, Dosage.Period.WEEK));
            } else if (company.releases().size() > 2) {
                dosages.choose(people.nora(), company.account(), new Dosage.AtMost(2, Dosage.Period.MONTH));
            }
        });
    }

    /** The releases end a few hours ago and lie closer together towards the end, as they do before a busy weekend. */
    private void releases(Happenings happenings, Instant start, Instant now, Company company) {
        var count = company.releases().size();
        var span = Duration.between(start.plus(Duration.ofDays(9)), now).toHours();
        for (var index = 0; index < count; index++) {
            var back = (long) (span * Math.pow((count - 1.0 - index) / count, 1.5));
            var at = now.minus(Duration.ofHours(back))
                    .truncatedTo(ChronoUnit.DAYS)
                    .plus(Duration.ofHours(6 + index % 3 * 5));
            var when = at.isAfter(now.minus(Duration.ofHours(2))) ? now.minus(Duration.ofHours(2)) : at;
            var planned = company.releases().get(index);
            happenings.at(when, () -> crowd.release(happenings, when, company.account(), company.owner(), planned));
        }
    }

    /** The Lantern has sent too much: people report it, the operator slows it, its owner appeals. */
    private void loud(
            Happenings happenings, Instant now, People people, Company lantern, UserId operator, List<UserId> many) {
        for (var i = 0; i < 3; i++) {
            var reporter = many.get(i * 7);
            happenings.at(
                    now.minus(Duration.ofDays(4 + 2L * i)),
                    () -> reports.report(reporter, lantern.account().party(), ReportReason.SPAM, "Twice a day."));
        }
        happenings.at(
                now.minus(Duration.ofMinutes(95)),
                () -> sanctions.impose(
                        lantern.account(),
                        operator,
                        Step.SLOW,
                        now.plus(Duration.ofDays(14)),
                        "Three push messages in two days, and reports."));
        happenings.at(
                now.minus(Duration.ofMinutes(40)),
                () -> sanctions.appeal(
                        lantern.account(),
                        people.amara(),
                        "The storm warning had to go out at once. We now leave out everybody who already got two."));
    }

    private void unverified(UserId owner) {
        cast.company(
                owner,
                "leos.bikes",
                "Leo's Bikes",
                Category.SHOPS,
                "Repairs while you wait, and a tandem for Sundays.",
                "#c23b55",
                "#7b1f35",
                Sign.RAIL);
    }

    private void desk(Happenings happenings, Instant now, People people, Company bakery) {
        var rye = bakery.account();
        var talk = new Talk(happenings, now, chatter);
        talk.at(
                Duration.ofDays(3),
                () -> chatter.question(people.nora(), rye, "Do you keep a rye loaf until Friday evening?"));
        talk.at(
                Duration.ofDays(3).minusMinutes(11),
                () -> chatter.answer(rye, people.ines(), people.nora(), "Of course. Under your name, until six."));
        talk.at(Duration.ofHours(44), () -> chatter.question(people.jonas(), rye, "Is the seeded one without sesame?"));
        talk.at(
                Duration.ofHours(5),
                () -> chatter.question(people.mara(), rye, "Could I order twelve rolls for Saturday at eight?"));
        talk.at(
                Duration.ofHours(4),
                () -> chatter.answer(
                        rye,
                        people.edda(),
                        people.mara(),
                        "Twelve mixed rolls, Saturday at eight. Shall we slice them?"));
        talk.at(
                Duration.ofMinutes(50),
                () -> chatter.question(people.mara(), rye, "Please not, thank you. Can I pay by card?"));
        talk.at(
                Duration.ofMinutes(25),
                () -> chatter.question(people.nora(), rye, "Are there places left for the coffee tasting?"));
    }

    /** Nora asks around, and is answered with more than words. */
    private void offers(Happenings happenings, Instant now, People people, List<Company> companies) {
        var nora = people.nora();
        var rye = companies.getFirst().account();
        var rail = companies.get(1).account();
        var theatre = companies.get(2).account();
        var library = companies.get(4).account();
        var talk = new Talk(happenings, now, chatter);
        var threeDays = Duration.ofDays(3);
        talk.at(threeDays.minusMinutes(13), () -> chatter.question(nora, rye, "And what else is good this week?"));
        talk.at(
                threeDays.minusMinutes(16),
                () -> chatter.answer(rye, people.edda(), nora, offers.breads(people.edda())));
        talk.at(
                threeDays.minusMinutes(17),
                () -> chatter.answer(rye, people.edda(), nora, offers.reading(rye, people.edda())));
        talk.at(threeDays.minusMinutes(18), () -> chatter.answer(rye, people.ines(), nora, offers.rolls()));
        talk.at(
                threeDays.minusMinutes(21),
                () -> chatter.act(nora, rye, list -> new MessageBody.Pick(list, "poppy", "Poppy roll")));
        talk.at(threeDays.minusMinutes(22), () -> chatter.answer(rye, people.ines(), nora, offers.order()));
        talk.at(
                Duration.ofHours(7),
                () -> chatter.question(nora, rail, "Which train gets us to the coast on Saturday?"));
        talk.at(
                Duration.ofMinutes(415),
                () -> chatter.answer(rail, people.tomas(), nora, offers.trains(people.tomas())));
        talk.at(Duration.ofMinutes(414), () -> chatter.answer(rail, people.tomas(), nora, offers.platform()));
        talk.at(Duration.ofHours(8), () -> chatter.question(nora, theatre, "Are there two seats left for Friday?"));
        talk.at(
                Duration.ofMinutes(470),
                () -> chatter.answer(theatre, people.yuki(), nora, offers.play(people.yuki())));
        talk.at(Duration.ofMinutes(469), () -> chatter.answer(theatre, people.yuki(), nora, offers.seats()));
        talk.at(Duration.ofHours(9), () -> chatter.question(nora, library, "Which evenings are quiet?"));
        talk.at(Duration.ofMinutes(530), () -> chatter.answer(library, people.amara(), nora, offers.quietHours()));
        talk.at(
                Duration.ofMinutes(38),
                () -> chatter.say(
                        people.nora(),
                        people.jonas(),
                        new MessageBody.Stickered(Sticker.PACK, Sticker.WOW, List.of())));
    }

    /** Says when something was said, counted back from now. */
    private record Talk(Happenings happenings, Instant now, Chatter chatter) {
        void at(Duration ago, Runnable act) {
            happenings.at(now.minus(ago), act);
        }

        void at(Duration ago, UserId from, UserId to, String text) {
            at(ago, () -> chatter.say(from, to, text));
        }
    }
}
