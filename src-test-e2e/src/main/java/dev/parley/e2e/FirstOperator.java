package dev.parley.e2e;

import java.util.Map;
import java.util.regex.Pattern;

/** The first operator of a new server. */
public final class FirstOperator {
    private static final Pattern SETUP = Pattern.compile("/console/setup\\?code=([\\w-]+)");

    private FirstOperator() {}

    /** Uses the way in that the first start printed, and logs in. */
    public static Api setUp(ParleyServer server) {
        server.awaitOutput("/console/setup?code=");
        var printed = SETUP.matcher(server.output());
        if (!printed.find()) {
            throw new IllegalStateException("no way in for the operator was printed");
        }
        Api.nobody(server.address())
                .post(
                        "/operator/setup",
                        Map.of(
                                "code",
                                printed.group(1),
                                "handle",
                                "olga.operator",
                                "name",
                                "Olga",
                                "password",
                                Api.PASSWORD))
                .expect(201);
        return Api.logIn(server.address(), "olga.operator");
    }
}
