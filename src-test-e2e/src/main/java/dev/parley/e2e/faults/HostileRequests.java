package dev.parley.e2e.faults;

import dev.parley.e2e.Api;
import dev.parley.e2e.FirstOperator;
import dev.parley.e2e.ParleyServer;
import dev.parley.e2e.faults.Finding.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/** Requests that no honest client sends, to every route of the API description: none answers 500, none stays unanswered, nothing of it is kept. */
final class HostileRequests extends Scenario {
    private static final Path DESCRIPTION = Path.of("../docs/protocol/openapi.yaml");
    private static final int PER_TURN = 200;
    private static final int AT_ONCE = 8;
    private static final Pattern PLACE = Pattern.compile("\\{[^}]+}");
    private static final List<String> TYPES = List.of(
            "application/json",
            "text/plain",
            "application/xml",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "application/x-www-form-urlencoded",
            "x",
            "application/json;charset=UTF-99",
            "application/json;charset=utf-16",
            "*/*",
            "");
    private static final List<String> PIECES = List.of(
            "%",
            "%0",
            "%00",
            "%zz",
            "%c0%80",
            "%ff",
            "..",
            "%2e%2e%2f",
            ";jsessionid=1",
            "%5c",
            "//",
            "%0d%0aX-Injected:%201",
            "%25",
            "+",
            "%e2%98%83",
            "?",
            "#",
            "[",
            "{x}",
            "~",
            "A".repeat(3_000));
    private static final List<String> METHODS = List.of(
            "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "X".repeat(60));

    /** An honest request. @param body null for none @param queries names that the route knows */
    private record Route(
            String method, String path, boolean hasBody, JsonNode body, boolean multipart, List<String> queries) {}

    private record Who(String token, List<String> ids) {}

    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final AtomicInteger dropped = new AtomicInteger();
    private final AtomicInteger people = new AtomicInteger();

    @Override
    void run(Plan plan) throws Exception {
        var requests = plan.rounds(20_000, 1_000_000);
        var routes = routes();
        try (var server = ParleyServer.start(
                plan.folder().resolve("server"),
                Ports.free(),
                plan.environment(),
                Crowd.SERVER_SETTINGS.toArray(String[]::new))) {
            var operator = new Who(FirstOperator.setUp(server).token(), List.of());
            send(
                    plan.seed(),
                    Math.max(4_000, requests / 10),
                    server,
                    operator,
                    routes); // what is made once has been made
            var before = Footprint.of(server.pid());
            statuses.clear();
            dropped.set(0);
            send(plan.seed() + 1, requests, server, operator, routes);
            var after = Footprint.of(server.pid());
            after.grownSince(before, 48 << 20, 10, 20).forEach(grown -> found(Kind.LATE, grown));
            rounds(requests);
            figure("before: " + before);
            figure("after: " + after);
            figure("%d routes, answers by status: %s; the connection ended instead of an answer: %d"
                    .formatted(routes.size(), new TreeMap<>(statuses), dropped.get()));
            Api.signUp(server.address(), "still.there", "Still There")
                    .get("/me")
                    .expect(200);
        }
    }

    private void send(long seed, int requests, ParleyServer server, Who operator, List<Route> routes) throws Exception {
        var left = new AtomicInteger(requests);
        var random = new Random(seed);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < AT_ONCE; i++) {
                var mine = new Random(random.nextLong());
                threads.submit(() -> {
                    while (left.getAndAdd(-PER_TURN) > 0) {
                        try {
                            turn(server, operator, routes, mine);
                        } catch (IOException | RuntimeException e) {
                            found(Kind.LATE, "the server takes nothing any more: " + e);
                            return null;
                        }
                    }
                    return null;
                });
            }
        }
    }

    /** Some requests of one person, who may have shut themselves out at the end of it. */
    private void turn(ParleyServer server, Who operator, List<Route> routes, Random random) throws IOException {
        var me = somebody(server, operator.ids());
        var nonsense = new Nonsense(random, me.ids());
        var tokens = List.of(me.token(), me.token(), me.token(), operator.token(), "nobody", "\u00e9\u00ff");
        var http = new RawHttp(server.port());
        try {
            for (var i = 0; i < PER_TURN; i++) {
                if (http.hasEnded()) {
                    http.close();
                    http = new RawHttp(server.port());
                }
                var route = nonsense.pick(routes);
                if (route.path().equals("/api/v1/sessions/current") && random.nextInt(50) > 0) {
                    continue; // whoever has logged out is turned away before anything is read
                }
                var token = nonsense.pick(tokens);
                if (token.equals(operator.token()) && route.path().contains("/sessions")) {
                    token = me.token();
                }
                ask(http, route, token, nonsense, random);
            }
        } finally {
            http.close();
        }
    }

    private void ask(RawHttp http, Route route, String token, Nonsense nonsense, Random random) {
        var method = random.nextInt(50) == 0 ? nonsense.pick(METHODS) : route.method();
        var target = target(route, nonsense, random);
        var request = request(method, target, route, token, nonsense, random);
        try {
            var answer = http.ask(request, method.equals("HEAD"));
            statuses.merge(answer.status(), 1, Integer::sum);
            var said = method + " " + route.path() + " (" + cut(target) + ") answered " + answer.status() + " "
                    + cut(answer.body());
            if (answer.status() >= 500 && answer.status() != 501 && answer.status() != 505) {
                found(Kind.DISHONEST, said + " to\n" + cut(new String(request, StandardCharsets.UTF_8), 2_000));
            } else if (answer.status() >= 400
                    && !answer.body().isEmpty()
                    && answer.body().contains("Exception")) {
                found(Kind.DISHONEST, "names its insides: " + said);
            }
        } catch (SocketTimeoutException e) {
            found(Kind.LATE, method + " " + target + " got no answer for a minute");
        } catch (IOException e) {
            dropped.incrementAndGet(); // what is no HTTP may be hung up on
        }
    }

    private static String target(Route route, Nonsense nonsense, Random random) {
        var path = PLACE.matcher(route.path())
                .replaceAll(_ ->
                        Matcher.quoteReplacement(random.nextInt(6) == 0 ? encoded(nonsense.text()) : nonsense.id()));
        if (random.nextInt(12) == 0) {
            var at = 1 + random.nextInt(path.length());
            path = path.substring(0, at) + nonsense.pick(PIECES) + path.substring(at);
        }
        var query = new StringBuilder();
        for (var name : route.queries()) {
            if (random.nextInt(2) == 0) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(value(nonsense, random));
            }
        }
        if (random.nextInt(25) == 0) {
            query.append(query.isEmpty() ? '?' : '&')
                    .append(nonsense.pick(PIECES))
                    .append('=')
                    .append(nonsense.pick(PIECES));
        }
        return path + query;
    }

    private static String value(Nonsense nonsense, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Long.toString(random.nextInt(3) == 0 ? random.nextLong() : random.nextInt(100));
            case 1 -> nonsense.pick(PIECES);
            default -> encoded(nonsense.text());
        };
    }

    private static byte[] request(
            String method, String target, Route route, String token, Nonsense nonsense, Random random) {
        var type = route.multipart() ? "multipart/form-data; boundary=cut" : "application/json";
        var body = new byte[0];
        if (route.multipart()) {
            body = upload(random);
        } else if (route.hasBody()) {
            body = nonsense.changed(route.body()).getBytes(StandardCharsets.UTF_8);
        }
        if (random.nextInt(20) == 0) {
            type = nonsense.pick(TYPES);
        }
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        head.append("Authorization: Bearer ").append(token).append("\r\n");
        if (body.length > 0) {
            head.append("Content-Type: ").append(type).append("\r\n");
        }
        switch (random.nextInt(5)) {
            case 0 ->
                head.append("Idempotency-Key: k").append(random.nextInt(60)).append("\r\n");
            case 1 ->
                head.append("Idempotency-Key: ").append(header(nonsense.text())).append("\r\n");
            default ->
                head.append("Idempotency-Key: ").append(random.nextLong()).append("\r\n");
        }
        switch (random.nextInt(60)) {
            case 0 -> head.append("X-Huge: ").append("h".repeat(20_000)).append("\r\n");
            case 1 -> head.append("Accept: ").append(header(nonsense.text())).append("\r\n");
            case 2 ->
                head.append("Cookie: parley_session=")
                        .append(header(nonsense.text()))
                        .append("\r\n");
            case 3 ->
                head.append("X-Forwarded-For: ").append(header(nonsense.text())).append("\r\n");
            case 4 ->
                head.append("Accept-Language: ").append(header(nonsense.text())).append("\r\n");
            case 5 ->
                head.append("If-None-Match: ").append(header(nonsense.text())).append("\r\n");
            case 6 -> head.append("Range: bytes=5-1,-0\r\n");
            case 7 -> head.append("no colon at all\r\n");
            case 8 -> head.append("Origin: ").append(header(nonsense.text())).append("\r\n");
            default -> {}
        }
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private static byte[] upload(Random random) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("--cut\r\nContent-Disposition: form-data; name=\"" + (random.nextInt(4) == 0 ? "x" : "file")
                        + "\"; filename=\"a\0/../b.png\"\r\nContent-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        var magic = List.of(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'},
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1},
                "GIF89a".getBytes(StandardCharsets.US_ASCII),
                "RIFF....WEBPVP8 ".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(magic.get(random.nextInt(magic.size())));
        var rest = new byte[random.nextInt(400)];
        random.nextBytes(rest);
        bytes.writeBytes(rest);
        bytes.writeBytes((random.nextInt(5) == 0 ? "" : "\r\n--cut--\r\n").getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A header cannot hold a line break without becoming two. */
    private static String header(String text) {
        return text.replace('\r', ' ').replace('\n', ' ');
    }

    private static String cut(String text) {
        return cut(text, 300);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }

    /** A new person with a contact, a conversation with a message, an account of their own; and what belongs to nobody they know. */
    private Who somebody(ParleyServer server, List<String> strangers) {
        var ids = new ArrayList<>(strangers);
        var me = signUp(server, ids);
        var friend = signUp(server, ids);
        var friendId = friend.get("/me").expect(200).path("id").asString();
        var asked = me.post("/contact-requests", Map.of("user", friendId)).expect(201);
        ids.add(asked.path("id").asString());
        friend.post("/contact-requests/" + asked.path("id").asString() + "/accept", Map.of())
                .expect(204);
        var conversation =
                me.get("/conversations").expect(200).at("/items/0/id").asString();
        ids.add(conversation);
        ids.add(me.post(
                        "/conversations/" + conversation + "/messages",
                        Map.of("body", Map.of("type", "text", "text", "hello")))
                .expect(201)
                .path("id")
                .asString());
        var number = people.incrementAndGet();
        ids.add(me.post(
                        "/accounts",
                        Map.of(
                                "name",
                                "A" + number,
                                "handle",
                                "account." + number,
                                "category",
                                "food",
                                "description",
                                "all"))
                .expect(201)
                .path("id")
                .asString());
        ids.add("account." + number);
        return new Who(me.token(), ids);
    }

    private Api signUp(ParleyServer server, List<String> ids) {
        var handle = "person." + people.incrementAndGet();
        var api = Api.signUp(server.address(), handle, handle);
        ids.add(api.get("/me").expect(200).path("id").asString());
        ids.add(handle);
        return api;
    }

    private static List<Route> routes() throws IOException {
        Map<String, Object> description;
        try (var text = Files.newBufferedReader(DESCRIPTION)) {
            description = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        }
        var routes = new ArrayList<Route>();
        var paths = Api.JSON.<JsonNode>valueToTree(description).path("paths");
        for (var path : paths.propertyNames()) {
            for (var method : paths.path(path).propertyNames()) {
                var operation = paths.path(path).path(method);
                var content = operation.path("requestBody").path("content");
                var queries = new ArrayList<String>();
                for (var parameter : operation.path("parameters")) {
                    if (parameter.path("in").asString().equals("query")) {
                        queries.add(parameter.path("name").asString());
                    }
                }
                routes.add(new Route(
                        method.toUpperCase(java.util.Locale.ROOT),
                        path,
                        !content.isMissingNode(),
                        content.path("application/json").path("example"),
                        content.has("multipart/form-data"),
                        queries));
            }
        }
        return routes;
    }
}
