package dev.parley.gateway.desk;

import dev.parley.desk.Desk;
import dev.parley.desk.Snooze;
import dev.parley.desk.TagId;
import dev.parley.gateway.session.SignedIn;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the team does with a conversation besides answering it. Everything here can be taken back by the opposite call. */
@RestController
@RequestMapping("/api/v1/accounts/{id}/conversations/{conversation}")
@Tag(name = "Desk", description = "What followers write, for owners and agents.")
class DeskActController {
    private final Desk desk;
    private final DeskAccess access;

    DeskActController(Desk desk, DeskAccess access) {
        this.desk = desk;
        this.access = access;
    }

    /** Body of an assignment; null for nobody. */
    @Schema(name = "Assignment")
    record Assignment(@Nullable UUID assignee) {}

    /** Body that opens or closes. */
    @Schema(name = "DeskState")
    record State(
            @Schema(allowableValues = {"open", "closed"}) @NotNull @Nullable
            String state) {}

    /** Body that puts aside. @param until null until the follower writes */
    @Schema(name = "NewSnooze")
    record NewSnooze(@Nullable Instant until) {}

    /** Body that says which tags a conversation carries. */
    @Schema(name = "TagsOfConversation")
    record NewTags(@NotNull @Nullable List<UUID> tags) {}

    @PutMapping("/assignment")
    @Operation(summary = "Say who takes care", description = "An owner or an agent of the account, or null for nobody.")
    DeskConversationView assign(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID conversation,
            @RequestBody Assignment body) {
        var assignee = body.assignee();
        return access.done(
                desk.assign(
                        access.answering(me, id),
                        new ConversationId(conversation),
                        me.user(),
                        assignee == null ? null : new UserId(assignee)),
                me);
    }

    @PutMapping("/state")
    @Operation(summary = "Close or reopen a conversation", description = "The follower's next message reopens it, too.")
    DeskConversationView state(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID conversation,
            @Valid @RequestBody State body) {
        var account = access.answering(me, id);
        var target = new ConversationId(conversation);
        return switch (String.valueOf(body.state())) {
            case "open" -> access.done(desk.reopen(account, target, me.user()), me);
            case "closed" -> access.done(desk.close(account, target, me.user()), me);
            default -> throw new IllegalArgumentException("a conversation is open or closed");
        };
    }

    @PutMapping("/snooze")
    @Operation(
            summary = "Put a conversation aside",
            description = "Until a time, or with null until the follower writes, which always wakes it.")
    DeskConversationView snooze(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID conversation,
            @RequestBody NewSnooze body) {
        return access.done(
                desk.snooze(
                        access.answering(me, id),
                        new ConversationId(conversation),
                        me.user(),
                        new Snooze(body.until())),
                me);
    }

    @DeleteMapping("/snooze")
    @Operation(summary = "Wake a conversation", description = "Repeated: same answer.")
    DeskConversationView wake(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @PathVariable UUID conversation) {
        return access.done(
                desk.snooze(access.answering(me, id), new ConversationId(conversation), me.user(), null), me);
    }

    @PutMapping("/tags")
    @Operation(summary = "Say which tags a conversation carries", description = "All others go. At most 20.")
    DeskConversationView tag(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID conversation,
            @RequestBody NewTags body) {
        var account = access.answering(me, id);
        var tags = body.tags();
        if (tags == null || tags.stream().anyMatch(Objects::isNull)) {
            throw DeskAccess.missing("tags");
        }
        return access.done(
                desk.tag(
                        account,
                        new ConversationId(conversation),
                        me.user(),
                        tags.stream().map(TagId::new).toList()),
                me);
    }
}
