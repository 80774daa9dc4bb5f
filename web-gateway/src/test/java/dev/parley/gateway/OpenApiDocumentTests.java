package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ParleyApplication;
import dev.parley.draft.NewMessageBody;
import dev.parley.gateway.SmallWorld.Who;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the interface: written down in docs/protocol, and true. {@code -Dparley.regenerate=true} writes it again. */
@SpringBootTest(
        classes = ParleyApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "parley.rate-limits.enabled=false")
@Import(SmallWorld.class)
class OpenApiDocumentTests {
    private static final Path DOCUMENT = Path.of("..", "docs", "protocol", "openapi.yaml");

    private final SmallWorld world;
    private final JsonMapper json;

    @Autowired
    OpenApiDocumentTests(SmallWorld world, JsonMapper json) {
        this.world = world;
        this.json = json;
    }

    @Test
    void theWrittenDescriptionIsTheOneTheServerGives() throws Exception {
        var given = world.ask(Who.NOBODY, "GET", "/api/openapi.yaml/all", null).body();

        if (Boolean.getBoolean("parley.regenerate")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, given);
        }
        assertThat(given).startsWith("openapi: 3.1");
        assertThat(given)
                .as("docs/protocol/openapi.yaml is stale: run this test with -Dparley.regenerate=true")
                .isEqualTo(Files.readString(DOCUMENT));
    }

    @Test
    void usersCompaniesAndOperatorsHaveADescriptionEach() throws Exception {
        for (var group : new String[] {"users", "companies", "operators"}) {
            var answer = world.ask(Who.NOBODY, "GET", "/api/openapi/" + group, null);

            assertThat(answer.statusCode()).as(group).isEqualTo(200);
            assertThat(json.readTree(answer.body()).path("paths").isEmpty())
                    .as(group)
                    .isFalse();
        }
    }

    @Test
    void answersAreWhatTheDescriptionSays() throws Exception {
        var document = new DescribedAnswers(json.readTree(
                world.ask(Who.NOBODY, "GET", "/api/openapi/all", null).body()));
        var people = world.people();
        var account = "/api/v1/accounts/" + people.bakery().value();
        var conversation = "/api/v1/conversations/" + people.withBakery();

        check(document, Who.USER, "/api/v1/me", "/api/v1/me");
        check(document, Who.USER, "/api/v1/sessions", "/api/v1/sessions");
        check(document, Who.USER, "/api/v1/users", "/api/v1/users?handle=bob");
        check(document, Who.USER, "/api/v1/contacts", "/api/v1/contacts");
        check(document, Who.USER, "/api/v1/contact-requests", "/api/v1/contact-requests");
        check(document, Who.USER, "/api/v1/blocks", "/api/v1/blocks");
        check(document, Who.USER, "/api/v1/conversations", "/api/v1/conversations");
        check(document, Who.USER, "/api/v1/conversations/{id}", conversation);
        check(document, Who.USER, "/api/v1/conversations/{id}/messages", conversation + "/messages");
        check(document, Who.USER, "/api/v1/follows", "/api/v1/follows");
        check(document, Who.USER, "/api/v1/directory", "/api/v1/directory");
        check(document, Who.NOBODY, "/api/v1/directory/{handle}", "/api/v1/directory/bakery");
        check(document, Who.OWNER, "/api/v1/accounts", "/api/v1/accounts");
        check(document, Who.OWNER, "/api/v1/accounts/{id}", account);
        check(document, Who.OWNER, "/api/v1/accounts/{id}/team", account + "/team");
        check(document, Who.OWNER, "/api/v1/accounts/{id}/conversations", account + "/conversations?list=all");
        check(document, Who.OPERATOR, "/api/v1/operator/counts", "/api/v1/operator/counts");
        check(document, Who.OPERATOR, "/api/v1/operator/users", "/api/v1/operator/users");
        check(document, Who.OPERATOR, "/api/v1/operator/accounts", "/api/v1/operator/accounts");
        check(document, Who.OPERATOR, "/api/v1/operator/audit", "/api/v1/operator/audit");
        check(document, Who.OPERATOR, "/api/v1/operator/audit/state", "/api/v1/operator/audit/state");
        check(document, Who.OPERATOR, "/api/v1/operator/health", "/api/v1/operator/health");
    }

    @Test
    void everyRequestAndAnswerHasAnExampleThatFitsItsSchema() throws Exception {
        var document = json.readTree(
                world.ask(Who.NOBODY, "GET", "/api/openapi/all", null).body());
        var answers = new DescribedAnswers(document);
        var wrong = new ArrayList<String>();

        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var name = operation.getKey() + " " + path.getKey();
                look(answers, name, operation.getValue().path("requestBody").path("content"), wrong);
                for (var answer : operation.getValue().path("responses").properties()) {
                    if (answer.getKey().startsWith("2")) {
                        look(
                                answers,
                                name + " " + answer.getKey(),
                                answer.getValue().path("content"),
                                wrong);
                    }
                }
                lookAtProblems(document, name, operation.getValue(), wrong);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void everyKindOfMessageBodyHasAnExampleThatFitsItsSchema() throws Exception {
        var document = json.readTree(
                world.ask(Who.NOBODY, "GET", "/api/openapi/all", null).body());
        var schema = document.at("/components/schemas/NewMessageBody");
        var kinds = new TreeSet<String>();

        for (var example : schema.path("examples")) {
            kinds.add(example.path("type").asString());
            var form = document.at(schema.path("discriminator")
                    .path("mapping")
                    .path(example.path("type").asString())
                    .asString()
                    .substring(1));
            assertThat(new DescribedAnswers(document).differences(form, example))
                    .as(example.toString())
                    .isEmpty();
            assertThat(json.treeToValue(example, NewMessageBody.class)).isNotNull();
        }

        assertThat(kinds)
                .isEqualTo(
                        Set.copyOf(schema.path("discriminator").path("mapping").propertyNames()));
    }

    private static void look(DescribedAnswers answers, String name, JsonNode content, List<String> wrong) {
        for (var media : content.properties()) {
            if (media.getKey().startsWith("image/")) {
                continue;
            }
            var example = media.getValue().path("example");
            if (example.isMissingNode()) {
                wrong.add(name + " has no example as " + media.getKey());
            } else {
                answers.differences(media.getValue().path("schema"), example)
                        .forEach(difference -> wrong.add(name + " " + difference));
            }
        }
    }

    private static void lookAtProblems(JsonNode document, String name, JsonNode operation, List<String> wrong) {
        var examples = operation.at("/responses/default/content/application~1problem+json/examples");
        if (examples.isEmpty()) {
            wrong.add(name + " has no example of a problem");
        }
        for (var example : examples.properties()) {
            var shown = document.at(example.getValue().path("$ref").asString("").substring(1))
                    .path("value");
            new DescribedAnswers(document)
                    .differences(document.at("/components/schemas/Problem"), shown)
                    .forEach(difference -> wrong.add(name + " " + example.getKey() + difference));
        }
    }

    private void check(DescribedAnswers document, Who who, String described, String path) throws Exception {
        var answer = world.ask(who, "GET", path, null);

        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        assertThat(document.differences("get", described, 200, json.readTree(answer.body())))
                .as(path + " " + answer.body())
                .isEmpty();
    }
}
