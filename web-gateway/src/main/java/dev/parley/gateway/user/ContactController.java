package dev.parley.gateway.user;

import dev.parley.contact.Contact;
import dev.parley.contact.ContactRequest;
import dev.parley.contact.ContactRequestId;
import dev.parley.contact.Contacts;
import dev.parley.contact.RequestOutcome.Accepted;
import dev.parley.contact.RequestOutcome.Refused;
import dev.parley.contact.RequestOutcome.Requested;
import dev.parley.delivery.Connections;
import dev.parley.gateway.Items;
import dev.parley.gateway.Parties;
import dev.parley.gateway.PartyView;
import dev.parley.gateway.problem.FieldProblem;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** My contacts, and the requests that lead to them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Contacts", description = "Whom I know, and the requests that lead there.")
class ContactController {
    private final Contacts contacts;
    private final Connections connections;
    private final Parties parties;

    ContactController(Contacts contacts, Connections connections, Parties parties) {
        this.contacts = contacts;
        this.connections = connections;
        this.parties = parties;
    }

    /** One contact. */
    @Schema(name = "Contact")
    record ContactView(PartyView party, Instant since, UUID conversationId, boolean online) {}

    /** A request as one of its two sides sees it: the party is the other one. */
    @Schema(name = "ContactRequest")
    record RequestView(
            UUID id,
            PartyView party,
            Instant sentAt,

            @Schema(description = "whether the two are contacts now")
            boolean accepted) {}

    /** Requests that wait. */
    @Schema(name = "ContactRequests")
    record RequestsView(List<RequestView> incoming, List<RequestView> outgoing) {}

    /** Whom to ask. */
    @Schema(name = "NewContactRequest")
    record NewRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            UUID user) {}

    @GetMapping("/contacts")
    @Operation(summary = "List my contacts", description = "The newest contact comes first.")
    Items<ContactView> list(@AuthenticationPrincipal SignedIn me) {
        var all = contacts.list(me.user());
        var views = parties.views(all.stream().map(ContactController::party).toList());
        return new Items<>(all.stream().map(contact -> view(contact, views)).toList());
    }

    @DeleteMapping("/contacts/{user}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a contact", description = "Ends it for both sides. What was written stays.")
    void remove(@AuthenticationPrincipal SignedIn me, @PathVariable UserId user) {
        if (!contacts.remove(me.user(), user)) {
            throw Problem.NOT_FOUND.because("This is none of your contacts.");
        }
    }

    @GetMapping("/contact-requests")
    @Operation(summary = "List contact requests that wait", description = "To me and from me, newest first.")
    RequestsView requests(@AuthenticationPrincipal SignedIn me) {
        var waiting = contacts.requests(me.user());
        var views = parties.views(Stream.concat(
                        waiting.incoming().stream().map(request -> PartyRef.user(request.from())),
                        waiting.outgoing().stream().map(request -> PartyRef.user(request.to())))
                .toList());
        Function<UserId, PartyView> shown = user -> of(views, PartyRef.user(user));
        return new RequestsView(
                waiting.incoming().stream()
                        .map(request -> new RequestView(
                                request.id().value(), shown.apply(request.from()), request.sentAt(), false))
                        .toList(),
                waiting.outgoing().stream()
                        .map(request -> new RequestView(
                                request.id().value(), shown.apply(request.to()), request.sentAt(), false))
                        .toList());
    }

    @PostMapping("/contact-requests")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Ask somebody to become a contact",
            description = "A repetition is the same request. Meeting its mirror image it is accepted at once.")
    RequestView request(@AuthenticationPrincipal SignedIn me, @RequestBody NewRequest body) {
        if (body.user() == null) {
            throw Problem.INVALID_REQUEST.because(
                    "Some fields are not valid.",
                    List.of(new FieldProblem("user", "required", null, null, "is missing")));
        }
        return switch (contacts.request(me.user(), new UserId(body.user()))) {
            case Requested(var request) -> view(request, false);
            case Accepted(var request, var _) -> view(request, true);
            case Refused(var refusal) -> throw Problem.of(refusal);
        };
    }

    @PostMapping("/contact-requests/{id}/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Accept a contact request",
            description = "Opens the conversation of the two. A repetition changes nothing.")
    void accept(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        if (contacts.accept(me.user(), new ContactRequestId(id)).isEmpty()) {
            throw noRequest();
        }
    }

    @PostMapping("/contact-requests/{id}/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Decline a contact request", description = "Its sender is not told.")
    void decline(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        if (!contacts.decline(me.user(), new ContactRequestId(id))) {
            throw noRequest();
        }
    }

    @DeleteMapping("/contact-requests/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a contact request back", description = "Only its sender can.")
    void withdraw(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        if (!contacts.withdraw(me.user(), new ContactRequestId(id))) {
            throw noRequest();
        }
    }

    private RequestView view(ContactRequest request, boolean accepted) {
        return new RequestView(
                request.id().value(), parties.view(PartyRef.user(request.to())), request.sentAt(), accepted);
    }

    private ContactView view(Contact contact, Map<PartyRef, PartyView> views) {
        var party = party(contact);
        return new ContactView(
                of(views, party), contact.since(), contact.conversation().value(), connections.online(party));
    }

    private static PartyRef party(Contact contact) {
        return PartyRef.user(contact.user());
    }

    private static PartyView of(Map<PartyRef, PartyView> views, PartyRef party) {
        return views.getOrDefault(party, PartyView.gone(party.kind(), party.id()));
    }

    private static RuntimeException noRequest() {
        return Problem.NOT_FOUND.because("There is no such contact request.");
    }
}
