package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ParleyApplication;
import dev.parley.gateway.SmallWorld.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Throws nonsense at every endpoint: whatever comes in, the server never says that it broke. The seed makes a run repeatable. */
@SpringBootTest(
        classes = ParleyApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "parley.rate-limits.enabled=false")
@Import(SmallWorld.class)
class HostileRequestTests {
    private static final long SEED = Long.getLong("parley.seed", 20_260_801L);
    private static final int ROUNDS = Integer.getInteger("parley.rounds", 6);
    private static final List<String> BODIES = List.of(
            "",
            "{",
            "null",
            "[]",
            "\"text\"",
            "17",
            "{}",
            "{\"body\":null}",
            "{\"body\":{\"type\":\"nothing\"}}",
            "{\"body\":{\"type\":\"text\",\"text\":{}}}",
            "{\"body\":{\"type\":\"text\",\"text\":\"\\u0000\"},\"handle\":\"\\u0000\",\"name\":\"\\ud800\"}",
            "{\"body\":{\"type\":\"image\",\"media\":\"x\"}}",
            "{\"body\":{\"type\":\"article\",\"title\":\"t\",\"summary\":\"s\",\"link\":\"javascript:1\"}}",
            "{\"body\":{\"type\":\"layout\",\"alternative\":\"a\",\"root\":{\"type\":\"box\",\"layout\":\"sideways\"}}}",
            "{\"body\":{\"type\":\"layout\",\"alternative\":\"a\",\"root\":"
                    + "{\"type\":\"box\",\"contents\":[".repeat(80) + "]}".repeat(80) + "}}",
            "{\"body\":{\"type\":\"several\",\"bodies\":[null,{\"type\":\"several\"},{\"type\":\"postback\",\"message\":-1}]}}",
            "{\"body\":{\"type\":\"answers\",\"message\":9223372036854775807,\"values\":{\"\":null,\"x\":[[]]}}}",
            "{\"body\":{\"type\":\"list\",\"sections\":[null,{\"rows\":[null,{}]}],\"quickReplies\":[{\"action\":{\"type\":\"say\"}}]}}",
            "{\"body\":{\"type\":\"location\",\"latitude\":1e400,\"longitude\":\"x\"}}",
            "{\"body\":{\"type\":\"form\",\"fields\":[{\"kind\":\"choices\",\"choices\":[null],\"max\":-2147483648}]}}",
            "{\"bodies\":[]}",
            "{\"bodies\":[null,{\"type\":\"text\",\"text\":\"x\"}],\"title\":\"\\u202e\",\"cover\":{\"media\":null}}",
            "{\"handle\":17,\"name\":[],\"password\":{}}",
            "{\"user\":\"00000000-0000-0000-0000-000000000000\",\"assignee\":\"00000000-0000-0000-0000-000000000000\"}",
            "{\"role\":\"king\",\"state\":\"x\",\"decision\":\"x\",\"reason\":\"x\",\"source\":\"x\"}",
            "{\"reason\":\"" + "x".repeat(5_000) + "\",\"decision\":\"approve\"}",
            "{\"type\":\"at-most\",\"count\":-1,\"period\":\"day\"}",
            "{\"type\":\"at-most\",\"count\":99999999999,\"period\":\"aeon\"}",
            "{\"delivered\":-1,\"displayed\":9223372036854775807}",
            "{\"delivered\":9223372036854775808}",
            "{\"releasesPerDay\":-5,\"releasesPerMonth\":2147483648,\"reason\":\"r\"}",
            "{\"digest\":{\"day\":\"x\",\"hour\":99},\"timeZone\":\"Mars/Base\",\"locale\":\"%%\",\"picture\":\"x\"}",
            "{\"items\":[{\"push\":null},{\"push\":\"x\",\"opened\":7}]}",
            "{\"items\":[{\"push\":\"00000000-0000-0000-0000-000000000000\",\"opened\":null}]}",
            "{\"url\":\"http://127.0.0.1:1/\",\"events\":[\"x\",null]}",
            "{\"party\":{\"kind\":\"\",\"id\":\"00000000-0000-0000-0000-000000000000\"},\"reason\":\"spam\"}",
            "{\"audience\":{\"type\":\"all\"},\"body\":{\"type\":\"text\",\"text\":\"\"}}",
            "{\"a\":".repeat(600) + "1" + "}".repeat(600),
            "[".repeat(3_000));
    private static final List<String> VALUES = List.of(
            "00000000-0000-7000-8000-000000000000",
            "x",
            "-1",
            "9223372036854775808",
            "%C0%80",
            "%E2%98%83",
            "a%20b",
            "..%2f..",
            "%27%22--",
            "0.0",
            "%00",
            "A".repeat(400));
    private static final List<String> QUERIES = List.of(
            "",
            "?cursor=x&limit=0",
            "?cursor=%00&limit=50",
            "?limit=-1",
            "?limit=99999999999",
            "?before=-1",
            "?before=9223372036854775807&limit=200",
            "?cursor=9223372036854775807",
            "?cursor=eyJhIjoxfQ",
            "?handle=" + "%F0%9F%98%80".repeat(20),
            "?query=%25_%5C%27&state=x&stream=%27",
            "?days=-1&timeZone=Mars",
            "?days=999999&timeZone=%20",
            "?dosage=%7B&weeks=x",
            "?dosage=%7B%22type%22%3A%22at-most%22%2C%22count%22%3A0%2C%22period%22%3A%22day%22%7D",
            "?list=x&cursor=..");
    private static final List<String> TYPES = List.of(
            "application/json",
            "text/plain",
            "application/xml",
            "multipart/form-data",
            "x",
            "application/json;charset=UTF-99");

    private final SmallWorld world;
    private final RequestMappingHandlerMapping mapping;
    private final JsonMapper json;

    @Autowired
    HostileRequestTests(
            SmallWorld world,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            JsonMapper json) {
        this.world = world;
        this.mapping = mapping;
        this.json = json;
    }

    @Test
    void nothingThatComesInBreaksTheServer() throws Exception {
        var random = new Random(SEED);
        var broken = new ArrayList<String>();
        for (var route : Routes.of(mapping)) {
            if (route.toString().equals("DELETE /api/v1/sessions/current")) {
                continue;
            }
            for (var round = 0; round < ROUNDS; round++) {
                var who = pick(random, List.of(Who.USER, Who.OWNER, Who.AGENT, Who.OPERATOR));
                var path = fill(route.path(), random) + pick(random, QUERIES);
                var body = route.method().equals("GET") ? null : pick(random, BODIES);
                var type = random.nextInt(4) == 0 ? pick(random, TYPES) : "application/json";
                var answer = world.ask(
                        who,
                        route.method(),
                        path,
                        body,
                        "Content-Type",
                        type,
                        "Idempotency-Key",
                        "k" + random.nextInt(40));
                var said = route.method() + " " + path + " as " + who + " with " + body + " (" + type + ") → "
                        + answer.statusCode() + " " + answer.body();
                if (answer.statusCode() >= 500) {
                    broken.add(said);
                } else if (answer.statusCode() >= 400) {
                    assertThat(answer.headers().firstValue("Content-Type"))
                            .as(said)
                            .hasValueSatisfying(found -> assertThat(found).startsWith("application/problem+json"));
                    var problem = json.readTree(answer.body());
                    assertThat(problem.path("problem").asString()).as(said).isNotBlank();
                    assertThat(problem.path("reference").asString()).as(said).matches("[0-9A-F]{4}-[0-9A-F]{2}");
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private String fill(String path, Random random) {
        var people = world.people();
        var filled = path;
        while (filled.contains("{")) {
            var known = switch (random.nextInt(5)) {
                case 0, 1 -> people.bakery().value().toString();
                case 2 -> people.withBakery().toString();
                case 3 -> String.valueOf(people.ids().get(Who.USER));
                default -> pick(random, VALUES);
            };
            filled = filled.replaceFirst("\\{[^}]+}", java.util.regex.Matcher.quoteReplacement(known));
        }
        return filled;
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
