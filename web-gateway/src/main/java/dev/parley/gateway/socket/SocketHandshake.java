package dev.parley.gateway.socket;

import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.problem.ProblemAnswer;
import dev.parley.gateway.problem.ProblemView;
import dev.parley.gateway.web.BaseAddress;
import dev.parley.gateway.web.WebProperties;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Lets in who brings an unused ticket, from a page of ours, and speaks our protocol. */
@Component
class SocketHandshake implements HandshakeInterceptor {
    static final String HOLDER = "holder";

    private final SocketTickets tickets;
    private final Arrivals arrivals;
    private final OpenConnections open;
    private final WebProperties web;
    private final BaseAddress baseAddress;
    private final JsonMapper json;

    SocketHandshake(
            SocketTickets tickets,
            Arrivals arrivals,
            OpenConnections open,
            WebProperties web,
            BaseAddress baseAddress,
            JsonMapper json) {
        this.tickets = tickets;
        this.arrivals = arrivals;
        this.open = open;
        this.web = web;
        this.baseAddress = baseAddress;
        this.json = json;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        var headers = request.getHeaders();
        if (!"websocket".equalsIgnoreCase(headers.getUpgrade())) {
            return refuse(response, Problem.INVALID_REQUEST.view("This address speaks WebSocket only."));
        }
        if (!new WebSocketHttpHeaders(headers).getSecWebSocketProtocol().contains(SocketConfiguration.PROTOCOL)) {
            return refuse(
                    response,
                    Problem.INVALID_REQUEST.view(
                            "Offer the subprotocol " + SocketConfiguration.PROTOCOL + " when you connect."));
        }
        if (!isAllowed(headers.getOrigin(), headers)) {
            return refuse(response, Problem.FORBIDDEN.view("Pages from elsewhere may not open the socket."));
        }
        if (arrivals.isFull()) { // the ticket stays good
            var problem = arrivals.laterPlease();
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, arrivals.secondsUntil(problem));
            return refuse(response, problem);
        }
        if (open.isDraining()) {
            return refuse(response, Problem.UNAVAILABLE.view("This node stops; connect again to reach another."));
        }
        var ticket = UriComponentsBuilder.fromUri(request.getURI())
                .build()
                .getQueryParams()
                .getFirst("ticket");
        var holder = ticket == null ? null : tickets.use(ticket).orElse(null);
        if (holder == null) {
            return refuse(response, Problem.UNAUTHENTICATED.view("The ticket is missing, used, or has run out."));
        }
        attributes.put(HOLDER, holder);
        return true;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {}

    /** Without an origin it is no browser; then the ticket alone decides. */
    private boolean isAllowed(@Nullable String origin, HttpHeaders headers) {
        if (origin == null) {
            return true;
        }
        var given = origin.toLowerCase(Locale.ROOT);
        var host = headers.getFirst(HttpHeaders.HOST);
        return (host != null && given.equals(originOf(given) + host.toLowerCase(Locale.ROOT)))
                || given.equals(baseAddress.toString().toLowerCase(Locale.ROOT))
                || web.allowedOrigins().stream().anyMatch(given::equalsIgnoreCase);
    }

    private static String originOf(String origin) {
        return origin.startsWith("https://") ? "https://" : "http://";
    }

    private boolean refuse(ServerHttpResponse response, ProblemView problem) throws IOException {
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getBody()
                .write(json.writeValueAsBytes(problem.at(SocketConfiguration.PATH, ProblemAnswer.reference())));
        response.flush();
        return false;
    }
}
