package dev.parley.gateway.desk;

import dev.parley.care.Care;
import dev.parley.care.CareCase;
import dev.parley.desk.DeskEvent;
import dev.parley.desk.DeskEvents;
import dev.parley.gateway.Items;
import dev.parley.gateway.Outcomes;
import dev.parley.gateway.desk.DeskAccess.ColleagueView;
import dev.parley.gateway.session.SignedIn;
import dev.parley.identity.UserCard;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.UserId;
import dev.parley.note.Note;
import dev.parley.note.Notes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** What the team knows of a conversation besides its messages: notes, what happened, earlier cases. No follower ever sees it. */
@RestController
@RequestMapping("/api/v1/accounts/{id}/conversations/{conversation}")
@Tag(name = "Desk", description = "What followers write, for owners and agents.")
class NoteController {
    private final Notes notes;
    private final DeskEvents events;
    private final Care care;
    private final DeskAccess access;

    NoteController(Notes notes, DeskEvents events, Care care, DeskAccess access) {
        this.notes = notes;
        this.events = events;
        this.care = care;
        this.access = access;
    }

    /** A note. */
    @Schema(name = "Note", description = "What a team member wrote for the team only.")
    record NoteView(UUID id, ColleagueView author, String text, List<ColleagueView> mentions, Instant at) {}

    /** Body of a note. */
    @Schema(name = "NewNote")
    record NewNote(
            @Schema(minLength = 1, maxLength = 4000, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String text,

            @Schema(description = "owners and agents whose attention it wants") @Nullable
            List<UUID> mentions) {}

    /** What happened. @param actor null when a rule or the follower did it */
    @Schema(name = "DeskEvent", description = "What happened to a conversation besides messages and notes.")
    record EventView(
            UUID id,
            Instant at,
            DeskEvent.Kind kind,
            @Nullable ColleagueView actor,
            @Nullable String detail) {}

    /** From question to closing. */
    @Schema(name = "CareCase", description = "One matter of a follower's, from question to closing.")
    record CaseView(
            UUID id,
            Instant openedAt,
            @Nullable Instant firstAnswerAt,
            @Nullable ColleagueView firstAnswerBy,
            @Nullable Instant closedAt,
            @Nullable ColleagueView closedBy,
            @Nullable Integer rating) {}

    @GetMapping("/notes")
    @Operation(summary = "Read the notes on a conversation", description = "The newest 500, oldest first.")
    Items<NoteView> notes(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @PathVariable UUID conversation) {
        var account = access.answering(me, id);
        return new Items<>(
                views(notes.of(account, access.find(account, conversation).conversation())));
    }

    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Write a note",
            description = "For the team only. Whoever is mentioned sees it in their lists.")
    NoteView write(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID conversation,
            @RequestBody NewNote body) {
        var account = access.answering(me, id);
        var mentions = body.mentions() == null ? List.<UUID>of() : body.mentions();
        if (mentions.stream().anyMatch(Objects::isNull)) {
            throw DeskAccess.missing("mentions");
        }
        var text = body.text();
        return views(List.of(Outcomes.value(notes.write(
                        account,
                        new ConversationId(conversation),
                        me.user(),
                        text == null ? "" : text,
                        mentions.stream().map(UserId::new).toList()))))
                .getFirst();
    }

    @DeleteMapping("/notes/{note}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a note away", description = "Its author, or an owner. Repeated: same answer.")
    void remove(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID conversation,
            @PathVariable UUID note) {
        var account = access.answering(me, id);
        Outcomes.value(notes.remove(account, new ConversationId(conversation), me.user(), note));
    }

    @GetMapping("/events")
    @Operation(summary = "Read what happened to a conversation", description = "The newest 500, oldest first.")
    Items<EventView> events(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @PathVariable UUID conversation) {
        var account = access.answering(me, id);
        var found = events.of(account, access.find(account, conversation).conversation());
        var cards = access.cards(
                found.stream().map(DeskEvent::actor).filter(Objects::nonNull).collect(Collectors.toSet()));
        return new Items<>(found.stream()
                .map(event -> new EventView(
                        event.id(), event.at(), event.kind(), colleague(event.actor(), cards), event.detail()))
                .toList());
    }

    @GetMapping("/cases")
    @Operation(summary = "Read the cases of a conversation", description = "The newest 50, newest first.")
    Items<CaseView> cases(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @PathVariable UUID conversation) {
        var account = access.answering(me, id);
        var found = care.cases(account, access.find(account, conversation).conversation());
        var cards = access.cards(found.stream()
                .flatMap(each -> Stream.of(each.firstAnswerBy(), each.closedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return new Items<>(found.stream().map(each -> view(each, cards)).toList());
    }

    private static CaseView view(CareCase each, Map<UserId, UserCard> cards) {
        return new CaseView(
                each.id(),
                each.openedAt(),
                each.firstAnswerAt(),
                colleague(each.firstAnswerBy(), cards),
                each.closedAt(),
                colleague(each.closedBy(), cards),
                each.rating());
    }

    private List<NoteView> views(List<Note> found) {
        Set<UserId> people = found.stream()
                .flatMap(note -> Stream.concat(Stream.of(note.author()), note.mentions().stream()))
                .collect(Collectors.toSet());
        var cards = access.cards(people);
        return found.stream()
                .map(note -> new NoteView(
                        note.id(),
                        DeskAccess.colleague(note.author(), cards),
                        note.text(),
                        note.mentions().stream()
                                .map(user -> DeskAccess.colleague(user, cards))
                                .toList(),
                        note.at()))
                .toList();
    }

    private static @Nullable ColleagueView colleague(@Nullable UserId user, Map<UserId, UserCard> cards) {
        return user == null ? null : DeskAccess.colleague(user, cards);
    }
}
