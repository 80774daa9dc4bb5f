package dev.parley.gateway.follow;

import dev.parley.account.OfficialAccountId;
import dev.parley.follow.Follow;
import dev.parley.follow.FollowOutcome;
import dev.parley.follow.Follows;
import dev.parley.follow.RestoreOutcome;
import dev.parley.follow.Source;
import dev.parley.follow.UnfollowReason;
import dev.parley.gateway.Items;
import dev.parley.gateway.Parties;
import dev.parley.gateway.PartyView;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.problem.ProblemException;
import dev.parley.gateway.session.SignedIn;
import dev.parley.push.Dosage;
import dev.parley.push.Dosages;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Following official accounts. */
@RestController
@RequestMapping("/api/v1/follows")
@Tag(name = "Follows", description = "Following official accounts.")
class FollowController {
    private final Follows follows;
    private final Dosages dosages;
    private final FollowViews views;
    private final Parties parties;

    FollowController(Follows follows, Dosages dosages, FollowViews views, Parties parties) {
        this.follows = follows;
        this.dosages = dosages;
        this.views = views;
        this.parties = parties;
    }

    /** An account that I follow. */
    @Schema(name = "FollowedAccount")
    record FollowedAccount(PartyView party, FollowView follow) {}

    /** Body that begins a follow. */
    @Schema(name = "NewFollow")
    record NewFollow(@Nullable Source source, @Nullable Dosage dosage) {}

    /** A follow that began, and where the two write to each other. */
    @Schema(name = "BegunFollow")
    record BegunFollow(FollowView follow, UUID conversationId) {}

    /** Until when an unfollow can be taken back. */
    @Schema(name = "Unfollowed")
    record Unfollowed(Instant undoUntil) {}

    /** Body that says why. */
    @Schema(name = "UnfollowReason")
    record Why(@NotNull @Nullable UnfollowReason reason) {}

    /** Body that changes a follow. */
    @Schema(name = "ChangeFollow")
    record ChangeFollow(@NotNull @Nullable Boolean muted) {}

    @GetMapping
    @Operation(summary = "List the accounts I follow", description = "Newest follow first.")
    Items<FollowedAccount> list(@AuthenticationPrincipal SignedIn me) {
        var mine = follows.ofUser(me.user());
        var shown = views.of(me.user(), mine);
        var accounts = parties.views(
                mine.stream().map(follow -> follow.account().party()).toList());
        return new Items<>(mine.stream()
                .map(follow -> new FollowedAccount(
                        Objects.requireNonNull(accounts.get(follow.account().party())),
                        Objects.requireNonNull(shown.get(follow.account()))))
                .toList());
    }

    @GetMapping("/{account}")
    @Operation(summary = "Read how I follow an account")
    FollowView get(@AuthenticationPrincipal SignedIn me, @PathVariable UUID account) {
        return follows.find(me.user(), new OfficialAccountId(account))
                .map(views::of)
                .orElseThrow(FollowController::notFollowed);
    }

    @PutMapping("/{account}")
    @Operation(
            summary = "Follow an account",
            description = "201 when the follow began, 200 when it was there already. A dosage given along is chosen.")
    ResponseEntity<BegunFollow> follow(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID account,
            @RequestBody(required = false) @Nullable NewFollow body) {
        var id = new OfficialAccountId(account);
        var source = body == null || body.source() == null ? Source.LINK : body.source();
        return switch (follows.follow(me.user(), id, source)) {
            case FollowOutcome.Followed(var follow) -> begun(HttpStatus.CREATED, follow, body);
            case FollowOutcome.AlreadyFollowing(var follow) -> begun(HttpStatus.OK, follow, body);
            case FollowOutcome.Refused(var refusal) -> throw Problem.of(refusal);
        };
    }

    private ResponseEntity<BegunFollow> begun(HttpStatus status, Follow follow, @Nullable NewFollow body) {
        if (body != null && body.dosage() != null) {
            dosages.choose(follow.user(), follow.account(), body.dosage());
        }
        return ResponseEntity.status(status)
                .body(new BegunFollow(views.of(follow), follow.conversation().value()));
    }

    @DeleteMapping("/{account}")
    @Operation(
            summary = "Unfollow an account",
            description =
                    "Nothing more is delivered from now on. It can be taken back until the time in the answer; the"
                            + " account hears of it only then.")
    Unfollowed unfollow(@AuthenticationPrincipal SignedIn me, @PathVariable UUID account) {
        return follows.unfollow(me.user(), new OfficialAccountId(account))
                .map(Unfollowed::new)
                .orElseThrow(FollowController::notFollowed);
    }

    @PostMapping("/{account}/restore")
    @Operation(summary = "Take an unfollow back", description = "The follow goes on as it was.")
    FollowView restore(@AuthenticationPrincipal SignedIn me, @PathVariable UUID account) {
        return switch (follows.restore(me.user(), new OfficialAccountId(account))) {
            case RestoreOutcome.Restored(var follow) -> views.of(follow);
            case RestoreOutcome.Refused(var refusal) -> throw Problem.of(refusal);
        };
    }

    @PostMapping("/{account}/reason")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say why I unfollowed", description = "Counted once, without my name.")
    void reason(@AuthenticationPrincipal SignedIn me, @PathVariable UUID account, @Valid @RequestBody Why body) {
        if (!follows.giveReason(me.user(), new OfficialAccountId(account), Objects.requireNonNull(body.reason()))) {
            throw Problem.NOT_FOUND.because("You have not unfollowed this account.");
        }
    }

    @PatchMapping("/{account}")
    @Operation(summary = "Mute or unmute an account I follow")
    FollowView change(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID account, @Valid @RequestBody ChangeFollow body) {
        return follows.mute(me.user(), new OfficialAccountId(account), Boolean.TRUE.equals(body.muted()))
                .map(views::of)
                .orElseThrow(FollowController::notFollowed);
    }

    private static ProblemException notFollowed() {
        return Problem.NOT_FOUND.because("You do not follow this account.");
    }
}
