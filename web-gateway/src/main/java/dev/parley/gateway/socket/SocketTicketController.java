package dev.parley.gateway.socket;

import dev.parley.account.OfficialAccountId;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.kernel.PartyRef;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Gives out tickets for the socket. */
@RestController
@RequestMapping(SocketTicketController.PATH)
@Tag(name = "Socket")
class SocketTicketController {
    static final String PATH = "/api/v1/socket-tickets";

    /** @param party an official account whose inbox is to be opened; left out for the user's own */
    @Schema(name = "NewSocketTicket")
    record NewTicket(@Nullable UUID party) {}

    /** @param path where to connect to, with {@code ?ticket=} */
    @Schema(name = "SocketTicket")
    record TicketView(String ticket, long expiresInSeconds, String path) {}

    private final SocketTickets tickets;
    private final ActingRights rights;
    private final SocketProperties properties;

    SocketTicketController(SocketTickets tickets, ActingRights rights, SocketProperties properties) {
        this.tickets = tickets;
        this.rights = rights;
        this.properties = properties;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Get a ticket that opens the socket once",
            description =
                    "Without a party it opens the user's own inbox; with an official account it opens the account's, for its owners and agents. Each call gives a new ticket.")
    TicketView issue(@AuthenticationPrincipal SignedIn me, @RequestBody(required = false) @Nullable NewTicket request) {
        var account = request == null ? null : request.party();
        var party = account == null ? PartyRef.user(me.user()) : new OfficialAccountId(account).party();
        switch (rights.ask(party, me.user())) {
            case GRANTED -> {}
            case NOT_IN_TEAM -> throw Problem.NOT_FOUND.because("You do not work for such an account.");
            case NOT_THIS_ROLE -> throw Problem.FORBIDDEN.because("Only owners and agents open the desk.");
            case SUSPENDED -> throw Problem.SUSPENDED.because("The account is suspended.");
        }
        var ticket = tickets.issue(new SocketTickets.Holder(me.user(), me.device(), party));
        return new TicketView(ticket, properties.ticketLife().toSeconds(), SocketConfiguration.PATH);
    }
}
