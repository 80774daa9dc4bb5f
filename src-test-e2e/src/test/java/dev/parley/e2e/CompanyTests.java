package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.e2e.World.Account;
import dev.parley.e2e.World.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A company is found, followed, pushes, is asked, answers and is unfollowed. */
class CompanyTests {
    private final World world = World.shared();

    @Test
    void anAccountIsFoundOnlyOnceAnOperatorHasVerifiedIt() {
        var owner = world.person("Edda");
        var alice = world.person("Alice");
        var name = "Quillon " + UUID.randomUUID().toString().substring(0, 6);
        var account = world.openAccount(owner, name);

        assertThat(found(alice, name)).isEmpty();
        assertThat(alice.api().put("/follows/" + account.id(), Map.of()).status())
                .isIn(403, 404);

        world.operator()
                .post(
                        "/operator/accounts/" + account.id() + "/verification",
                        Map.of("decision", "approve", "reason", "register seen"))
                .expect(200);

        assertThat(found(alice, name)).containsExactly(account.id());
        var page = Api.nobody(world.server().address())
                .get("/directory/" + account.handle())
                .expect(200);
        assertThat(page.at("/party/verified").asBoolean()).isTrue();
        assertThat(page.path("followers").isNull() || page.path("followers").isMissingNode())
                .isTrue();
    }

    @Test
    void aFollowedAccountStandsAmongFriendsAndSaysWelcome() {
        var owner = world.person("Edda");
        var alice = world.person("Alice");
        var bob = world.person("Bob");
        world.befriend(alice, bob);
        var bakery = world.verifiedAccount(owner, "Bakery");
        owner.api()
                .patch("/accounts/" + bakery.id(), Map.of("welcome", "Good morning from the oven."))
                .expect(200);

        try (var phone = Device.connect(alice.api(), null)) {
            world.follow(alice, bakery);

            var welcome = phone.awaitText("Good morning from the oven.");
            assertThat(welcome.path("automatic").asBoolean()).isTrue();
            assertThat(welcome.at("/sender/id").asString()).isEqualTo(bakery.id());
        }
        var kinds = new ArrayList<String>();
        alice.api()
                .get("/conversations")
                .expect(200)
                .path("items")
                .forEach(item -> kinds.add(item.at("/party/kind").asString()));
        assertThat(kinds).containsExactlyInAnyOrder("account", "user");
    }

    @Test
    void aPushMessageReachesWhoIsOnlineAtOnceAndAllOthersOnTheirNextSync() {
        var owner = world.person("Edda");
        var alice = world.person("Alice");
        var bob = world.person("Bob");
        var bakery = world.verifiedAccount(owner, "Bakery");
        world.follow(alice, bakery);
        world.follow(bob, bakery);
        String away;
        try (var bobs = Device.connect(bob.api(), "0.0")) {
            away = String.valueOf(bobs.cursor());
        }

        try (var alices = Device.connect(alice.api(), null)) {
            var released =
                    release(owner, bakery, "Fresh loaves", UUID.randomUUID().toString());
            assertThat(released.path("audience").asInt()).isEqualTo(2);

            var shown = alices.awaitText("Fresh loaves");
            assertThat(shown.path("id").asString())
                    .isEqualTo(released.path("id").asString());
            assertThat(shown.at("/push/ordinal").asInt()).isEqualTo(1);
        }
        try (var bobs = Device.connect(bob.api(), away)) {
            bobs.awaitText("Fresh loaves");
            bobs.settle();
            assertThat(bobs.texts()).containsOnlyOnce("Fresh loaves");
        }
    }

    @Test
    void theSameReleaseTwiceAnswersTheSameAndSendsNothingMore() {
        var owner = world.person("Edda");
        var alice = world.person("Alice");
        var bakery = world.verifiedAccount(owner, "Bakery");
        var conversation = world.follow(alice, bakery);
        var key = UUID.randomUUID().toString();

        var first = release(owner, bakery, "Once", key);
        var again = owner.api()
                .post("/accounts/" + bakery.id() + "/push-messages", pushOf("Once"), key)
                .expect(200);

        assertThat(again.path("id")).isEqualTo(first.path("id"));
        assertThat(texts(alice, conversation)).containsOnlyOnce("Once");
        assertThat(owner.api()
                        .post("/accounts/" + bakery.id() + "/push-messages", pushOf("Other"), key)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aReleaseBeyondTheQuotaIsRefusedWithRuleValueLimitAndTime() {
        var owner = world.person("Edda");
        var alice = world.person("Alice");
        var bakery = world.verifiedAccount(owner, "Bakery");
        var conversation = world.follow(alice, bakery);
        world.operator()
                .put(
                        "/operator/accounts/" + bakery.id() + "/quota",
                        Map.of("releasesPerDay", 1, "releasesPerMonth", 5, "reason", "new account"))
                .expect(200);
        release(owner, bakery, "First", UUID.randomUUID().toString());

        var refused = owner.api().post("/accounts/" + bakery.id() + "/push-messages", pushOf("Second"));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().path("problem").asString()).isEqualTo("quota-used-up");
        assertThat(refused.json().path("value").asString()).isEqualTo("1");
        assertThat(refused.json().path("limit").asString()).isEqualTo("1");
        assertThat(refused.json().path("rule").asString()).isNotBlank();
        assertThat(refused.json().path("possibleAgainAt").asString()).isNotBlank();
        assertThat(texts(alice, conversation)).doesNotContain("Second");
    }

    @Test
    void aPausedAccountAppealsAndReleasesAgainOnceAnOperatorLiftsIt() {
        var owner = world.person("Edda");
        var bakery = world.verifiedAccount(owner, "Bakery");
        world.follow(world.person("Alice"), bakery);
        world.operator()
                .post(
                        "/operator/accounts/" + bakery.id() + "/sanctions",
                        Map.of("step", "pause", "reason", "three in one day"))
                .expect(200);

        var refused = owner.api().post("/accounts/" + bakery.id() + "/push-messages", pushOf("One more"));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().path("rule").asString()).isEqualTo("sanction.pause");
        var standing = owner.api().get("/accounts/" + bakery.id() + "/standing").expect(200);
        assertThat(standing.at("/sanction/reason").asString()).isEqualTo("three in one day");
        assertThat(standing.at("/annoyance/score").isNull()).isTrue();
        owner.api()
                .post("/accounts/" + bakery.id() + "/appeals", Map.of("text", "That was a test."))
                .expect(201);
        var appeal = owner.api()
                .get("/accounts/" + bakery.id() + "/standing")
                .expect(200)
                .at("/appeals/0/id")
                .asString();
        assertThat(world.operator().get("/operator/appeals").expect(200).toString())
                .contains(appeal, "That was a test.");
        world.operator()
                .post(
                        "/operator/accounts/" + bakery.id() + "/appeals/" + appeal + "/decision",
                        Map.of("decision", "lifted", "reason", "fair enough"))
                .expect(200);

        release(owner, bakery, "Again", UUID.randomUUID().toString());
    }

    @Test
    void whatTheDosageHoldsBackIsInTheDigestAndNotLost() {
        var owner = world.person("Edda");
        var alice = world.person("Alice");
        var bakery = world.verifiedAccount(owner, "Bakery");
        var conversation = world.follow(alice, bakery);
        alice.api()
                .put("/follows/" + bakery.id() + "/dosage", Map.of("type", "at-most", "count", 1, "period", "week"))
                .expect(200);
        var before = forecast(owner, bakery);
        assertThat(before.path("atOnce").asInt()).isEqualTo(1);

        release(owner, bakery, "One", UUID.randomUUID().toString());
        release(owner, bakery, "Two", UUID.randomUUID().toString());

        assertThat(texts(alice, conversation)).contains("One").doesNotContain("Two");
        var digest = alice.api().get("/digest").expect(200);
        assertThat(digest.path("held").asInt()).isEqualTo(1);
        assertThat(digest.at("/items/0/message/body/text").asString()).isEqualTo("Two");
        assertThat(forecast(owner, bakery).path("held").asInt()).isEqualTo(1);
        var outcome =
                alice.api().get("/follows/" + bakery.id() + "/dosage-outcome").expect(200);
        assertThat(outcome.at("/outcome/atOnce").asInt()).isEqualTo(1);
        assertThat(outcome.at("/outcome/held").asInt()).isEqualTo(1);
    }

    @Test
    void lessIsOneTapAndUnfollowCanBeUndoneWithTheSameDosage() {
        var owner = world.person("Edda");
        var alice = world.person("Alice");
        var bakery = world.verifiedAccount(owner, "Bakery");
        world.follow(alice, bakery);

        var less =
                alice.api().post("/follows/" + bakery.id() + "/less", Map.of()).expect(200);
        assertThat(less.at("/follow/dosage/type").asString()).isEqualTo("at-most");
        assertThat(less.at("/previous/type").asString()).isEqualTo("everything");

        alice.api().delete("/follows/" + bakery.id()).expect(200);
        assertThat(alice.api().get("/follows/" + bakery.id()).status()).isEqualTo(404);
        var restored = alice.api()
                .post("/follows/" + bakery.id() + "/restore", Map.of())
                .expect(200);
        assertThat(restored.at("/dosage/type").asString()).isEqualTo("at-most");
    }

    @Test
    void afterUnfollowingNothingMoreArrivesThoughTheReleaseCameASecondBefore() {
        var owner = world.person("Edda");
        var alice = world.person("Alice");
        var bob = world.person("Bob");
        var bakery = world.verifiedAccount(owner, "Bakery");
        world.follow(alice, bakery);
        world.follow(bob, bakery);
        String away;
        try (var alices = Device.connect(alice.api(), "0.0")) {
            away = String.valueOf(alices.cursor());
        }

        release(owner, bakery, "Too late", UUID.randomUUID().toString());
        alice.api().delete("/follows/" + bakery.id()).expect(200);

        try (var alices = Device.connect(alice.api(), away)) {
            release(owner, bakery, "Later still", UUID.randomUUID().toString());
            alices.settle();
            assertThat(alices.texts()).doesNotContain("Too late", "Later still");
        }
        assertThat(alice.api().get("/conversations").expect(200).path("items")).isEmpty();
        assertThat(alice.api().get("/digest").expect(200).path("held").asInt()).isZero();
    }

    @Test
    void aQuestionReachesTheDeskAndTheAnswerCarriesTheAccountsNameAndTheFollowerNoName() {
        var owner = world.person("Edda");
        var agent = world.person("Ines");
        var alice = world.person("Alice");
        var bakery = world.verifiedAccount(owner, "Bakery");
        owner.api()
                .post("/accounts/" + bakery.id() + "/team", Map.of("handle", agent.handle(), "role", "agent"))
                .expect(201);
        var conversation = world.follow(alice, bakery);

        try (var desk = Device.connectDesk(agent.api(), bakery.id(), null);
                var phone = Device.connect(alice.api(), null)) {
            phone.say(conversation, "Do you bake on Sunday?");
            var question = desk.awaitText("Do you bake on Sunday?");
            assertThat(question.at("/sender/id").asString()).isNotEqualTo(alice.id());

            var row = agent.api()
                    .get("/accounts/" + bakery.id() + "/conversations?list=waiting")
                    .expect(200);
            assertThat(row.at("/items/0/window/closesAt").asString()).isNotBlank();
            agent.api()
                    .post(
                            "/accounts/" + bakery.id() + "/conversations/" + conversation + "/notes",
                            Map.of("text", "She is a regular"))
                    .expect(201);
            agent.api()
                    .post(
                            "/accounts/" + bakery.id() + "/conversations/" + conversation + "/messages",
                            Map.of("body", Map.of("type", "text", "text", "Yes, from eight.")))
                    .expect(201);

            var answer = phone.awaitText("Yes, from eight.");
            var read = alice.api()
                    .get("/conversations/" + conversation + "/messages")
                    .expect(200)
                    .toString();
            for (var seenByFollower : List.of(phone.frames().toString(), read)) {
                assertThat(seenByFollower).doesNotContain("regular", agent.id(), "Ines");
            }
            assertThat(answer.at("/sender/id").asString()).isEqualTo(bakery.id());
            assertThat(answer.path("author").isNull() || answer.path("author").isMissingNode())
                    .isTrue();
            for (var seenByCompany : List.of(desk.frames().toString(), row.toString())) {
                assertThat(seenByCompany).doesNotContain(alice.id(), alice.handle(), "Alice");
            }
        }
    }

    @Test
    void twoAccountsCannotTellThatTheyShareAFollower() {
        var owner = world.person("Edda");
        var alice = world.person("Alice");
        var ids = new ArrayList<String>();
        for (var name : List.of("Bakery", "Bank")) {
            var account = world.verifiedAccount(owner, name);
            var conversation = world.follow(alice, account);
            alice.api()
                    .post(
                            "/conversations/" + conversation + "/messages",
                            Map.of("body", Map.of("type", "text", "text", "hello")))
                    .expect(201);
            ids.add(owner.api()
                    .get("/accounts/" + account.id() + "/conversations?list=all")
                    .expect(200)
                    .at("/items/0/follower/id")
                    .asString());
        }
        assertThat(ids).doesNotHaveDuplicates().doesNotContain(alice.id());
    }

    @Test
    void theOwnerSeesNothingOfWhatFewerThanTwentyDidWithAPushMessage() {
        var owner = world.person("Edda");
        var alice = world.person("Alice");
        var bob = world.person("Bob");
        var bakery = world.verifiedAccount(owner, "Bakery");
        world.follow(alice, bakery);
        world.follow(bob, bakery);
        bob.api()
                .put("/follows/" + bakery.id() + "/dosage", Map.of("type", "digest"))
                .expect(200);

        var push = release(owner, bakery, "Look", UUID.randomUUID().toString())
                .path("id")
                .asString();
        for (var repetition = 0; repetition < 2; repetition++) {
            alice.api()
                    .post("/push-messages/shown", Map.of("items", List.of(Map.of("push", push, "opened", true))))
                    .expect(204);
        }
        alice.api().patch("/follows/" + bakery.id(), Map.of("muted", true)).expect(200);

        var insight = owner.api()
                .get("/accounts/" + bakery.id() + "/push-messages/" + push)
                .expect(200);
        assertThat(insight.path("audience").asInt()).isEqualTo(2);
        assertThat(insight.path("fewerThanTwenty").asBoolean()).isTrue();
        for (var count : List.of("atOnce", "held", "shown", "opened", "mutes48h", "less48h", "unfollows48h", "cost")) {
            assertThat(insight.path(count).isNull()).as(count).isTrue();
        }
        var csv = owner.api().get("/accounts/" + bakery.id() + "/push-messages.csv");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.body().lines().count()).isEqualTo(2);
    }

    @Test
    void everythingAnOperatorOrATeamMemberDoesIsInTheAuditLog() {
        var owner = world.person("Edda");
        var agent = world.person("Ines");
        var bakery = world.verifiedAccount(owner, "Bakery");
        owner.api()
                .post("/accounts/" + bakery.id() + "/team", Map.of("handle", agent.handle(), "role", "agent"))
                .expect(201);
        world.operator()
                .post("/operator/accounts/" + bakery.id() + "/suspension", Map.of("reason", "complaints"))
                .expect(200);

        var team = owner.api().get("/accounts/" + bakery.id() + "/audit").expect(200);
        var operators = world.operator().get("/operator/audit?stream=operator").expect(200);

        assertThat(team.toString()).contains("team.");
        assertThat(operators.toString()).contains("complaints", bakery.id());
        assertThat(world.operator()
                        .get("/operator/audit/state?stream=operator")
                        .expect(200)
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whatAnAccountOffersCanBeTappedAndNothingElse() {
        var owner = world.person("Edda");
        var alice = world.person("Alice");
        var bakery = world.verifiedAccount(owner, "Bakery");
        var conversation = world.follow(alice, bakery);
        var offer = Map.of(
                "type",
                "several",
                "bodies",
                List.of(
                        Map.of("type", "text", "text", "Which loaf?"),
                        Map.of(
                                "type",
                                "card",
                                "text",
                                "Rye",
                                "actions",
                                List.of(Map.of("type", "postback", "label", "Keep one", "data", "keep:rye")))));
        owner.api()
                .post(
                        "/accounts/" + bakery.id() + "/push-messages",
                        Map.of("body", offer, "audience", Map.of("type", "all")),
                        UUID.randomUUID().toString())
                .expect(201);
        var push = last(alice, conversation);
        assertThat(push.at("/body/bodies/1/actions/0/label").asString()).isEqualTo("Keep one");

        var tapped = say(alice, conversation, tap(push, "keep:rye")).expect(201);
        var invented = say(alice, conversation, tap(push, "keep:gold"));
        var card = say(alice, conversation, Map.of("type", "card", "text", "Mine"));
        var together = alice.api()
                .post(
                        "/conversations/" + conversation + "/messages",
                        Map.of("bodies", List.of(text("one"), text("two"))),
                        "together")
                .expect(201);
        var spoiled = alice.api()
                .post(
                        "/conversations/" + conversation + "/messages",
                        Map.of("bodies", List.of(text("three"), text(""))),
                        "spoiled");

        assertThat(tapped.at("/body/text").asString()).isEqualTo("Keep one");
        assertThat(invented.status()).isEqualTo(400);
        assertThat(invented.json().at("/errors/0/rule").asString()).isEqualTo("offered");
        assertThat(card.status()).isEqualTo(400);
        assertThat(card.json().at("/errors/0/rule").asString()).isEqualTo("speaker");
        assertThat(together.path("items").size()).isEqualTo(2);
        assertThat(spoiled.status()).isEqualTo(400);
        assertThat(spoiled.json().at("/errors/0/field").asString()).isEqualTo("bodies[1].text");
        assertThat(texts(alice, conversation)).contains("one", "two").doesNotContain("three");
        var waiting = owner.api()
                .get("/accounts/" + bakery.id() + "/conversations/" + conversation + "/messages")
                .expect(200);
        assertThat(waiting.at("/items/0/body/data").asString()).isEqualTo("keep:rye");
    }

    @Test
    void anArticlePageIsReadByEverybodyOnceItIsPublishedAndGoneOnceItIsTakenBack() {
        var owner = world.person("Edda");
        var bakery = world.verifiedAccount(owner, "Bakery");
        var nobody = Api.nobody(world.server().address());
        var pages = "/accounts/" + bakery.id() + "/articles";
        var draft = owner.api()
                .post(
                        pages,
                        Map.of(
                                "title",
                                "Our rye",
                                "summary",
                                "Sixteen hours.",
                                "body",
                                "<h2>Rye</h2><p onclick=\"x()\">Slow.</p><script>x()</script>"))
                .expect(201);
        var page = "/articles/" + draft.path("id").asString();

        assertThat(draft.path("body").asString()).isEqualTo("<h2>Rye</h2><p>Slow.</p>");
        assertThat(nobody.get(page).status()).isEqualTo(404);
        var preview = draft.path("previewLink").asString();
        nobody.get(page + preview.substring(preview.indexOf('?'))).expect(200);
        owner.api()
                .post(pages + "/" + draft.path("id").asString() + "/publication", Map.of())
                .expect(200);
        assertThat(nobody.get(page).expect(200).path("title").asString()).isEqualTo("Our rye");
        owner.api().delete(pages + "/" + draft.path("id").asString()).expect(204);
        assertThat(nobody.get(page).status()).isEqualTo(410);
    }

    private static Api.Answer say(Person person, String conversation, Map<String, Object> body) {
        return person.api()
                .post(
                        "/conversations/" + conversation + "/messages",
                        Map.of("body", body),
                        UUID.randomUUID().toString());
    }

    private static Map<String, Object> tap(JsonNode message, String data) {
        return Map.of("type", "postback", "message", message.path("sequence").asLong(), "data", data);
    }

    private static Map<String, Object> text(String text) {
        return Map.of("type", "text", "text", text);
    }

    private static JsonNode last(Person person, String conversation) {
        var items = person.api()
                .get("/conversations/" + conversation + "/messages")
                .expect(200)
                .path("items");
        return items.get(items.size() - 1);
    }

    private List<String> found(Person person, String query) {
        var ids = new ArrayList<String>();
        person.api()
                .get("/directory?query=" + query.replace(" ", "%20"))
                .expect(200)
                .path("items")
                .forEach(entry -> ids.add(entry.at("/party/id").asString()));
        return ids;
    }

    private static JsonNode forecast(Person owner, Account account) {
        return owner.api()
                .post(
                        "/accounts/" + account.id() + "/push-messages/forecast",
                        Map.of("audience", Map.of("type", "all")))
                .expect(200);
    }

    private static JsonNode release(Person owner, Account account, String text, String key) {
        return owner.api()
                .post("/accounts/" + account.id() + "/push-messages", pushOf(text), key)
                .expect(201);
    }

    private static Map<String, Object> pushOf(String text) {
        return Map.of("body", Map.of("type", "text", "text", text), "audience", Map.of("type", "all"));
    }

    private static List<String> texts(Person person, String conversation) {
        var texts = new ArrayList<String>();
        person.api()
                .get("/conversations/" + conversation + "/messages?limit=100")
                .expect(200)
                .path("items")
                .forEach(message -> texts.add(message.at("/body/text").asString()));
        return texts;
    }
}
