package dev.parley.gateway.user;

import dev.parley.gateway.Items;
import dev.parley.gateway.PartyView;
import dev.parley.gateway.problem.FieldProblem;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.RequestLimits;
import dev.parley.gateway.session.SignedIn;
import dev.parley.identity.ChangeProfile;
import dev.parley.identity.ChangeProfile.PictureChange.Replace;
import dev.parley.identity.ProfileOutcome.Changed;
import dev.parley.identity.ProfileOutcome.Invalid;
import dev.parley.identity.UserState;
import dev.parley.identity.Users;
import dev.parley.media.MediaPurpose;
import dev.parley.media.MediaStore;
import dev.parley.push.Digests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** My own profile, and finding others. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "People", description = "My own profile, and finding others.")
class MeController {
    private final Users users;
    private final MediaStore media;
    private final Digests digests;
    private final MeViews meViews;
    private final UserParties parties;
    private final RequestLimits limits;

    MeController(
            Users users,
            MediaStore media,
            Digests digests,
            MeViews meViews,
            UserParties parties,
            RequestLimits limits) {
        this.users = users;
        this.media = media;
        this.digests = digests;
        this.meViews = meViews;
        this.parties = parties;
        this.limits = limits;
    }

    @GetMapping("/me")
    @Operation(summary = "Read my profile", description = "Who is signed in, and on which device.")
    MeView me(@AuthenticationPrincipal SignedIn me) {
        return meViews.of(me);
    }

    @PatchMapping("/me")
    @Operation(
            summary = "Change my profile",
            description = "What is absent stays as it is. A repetition changes nothing.")
    MeView change(@AuthenticationPrincipal SignedIn me, @RequestBody ChangeMe body) {
        var picture = body.pictureChange();
        if (picture instanceof Replace(var id)
                && media.find(id)
                        .filter(found -> found.owner().equals(me.user()) && found.purpose() == MediaPurpose.PICTURE)
                        .isEmpty()) {
            throw Problem.INVALID_REQUEST.because(
                    "Some fields are not valid.",
                    List.of(new FieldProblem(
                            "picture", "upload", null, null, "is no picture that you have uploaded as a picture")));
        }
        var digest = body.getDigest();
        var digestTime = digest == null ? null : digest.over(digests.settings(me.user()));
        var command = new ChangeProfile(me.user(), body.getName(), picture, body.getLocale(), body.getTimeZone());
        return switch (users.changeProfile(command)) {
            case Changed _ -> {
                if (digestTime != null) {
                    digests.set(me.user(), digestTime);
                }
                yield meViews.of(me);
            }
            case Invalid(var errors) -> throw Problem.of(errors);
        };
    }

    @GetMapping("/users")
    @Operation(
            summary = "Find a user by handle",
            description = "None or one; only the exact handle is found, in any case. At most 30 searches a minute.")
    Items<PartyView> find(@AuthenticationPrincipal SignedIn me, @RequestParam String handle) {
        limits.search(me.user());
        return new Items<>(
                users
                        .findByHandle(handle.strip())
                        .filter(card -> card.state() == UserState.ACTIVE)
                        .map(parties::view)
                        .stream()
                        .toList());
    }
}
