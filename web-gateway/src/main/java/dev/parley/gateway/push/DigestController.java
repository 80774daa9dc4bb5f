package dev.parley.gateway.push;

import dev.parley.gateway.Parties;
import dev.parley.gateway.PartyView;
import dev.parley.gateway.conversation.MessageView;
import dev.parley.gateway.conversation.MessageViews;
import dev.parley.gateway.session.SignedIn;
import dev.parley.gateway.user.DigestTimeView;
import dev.parley.kernel.PartyRef;
import dev.parley.push.Digests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What did not fit a dosage. */
@RestController
@Tag(name = "Follows")
class DigestController {
    private final Digests digests;
    private final Parties parties;
    private final MessageViews messageViews;

    DigestController(Digests digests, Parties parties, MessageViews messageViews) {
        this.digests = digests;
        this.parties = parties;
        this.messageViews = messageViews;
    }

    /** The digest. */
    @Schema(name = "Digest")
    record DigestView(Instant nextAt, int held, int atOnce, List<HeldView> items, DigestTimeView settings) {}

    /** A push message that was held. */
    @Schema(name = "HeldPushMessage")
    record HeldView(PartyView account, MessageView message, Instant heldSince) {}

    @GetMapping("/api/v1/digest")
    @Operation(
            summary = "Read my digest",
            description = "All push messages that my dosages held in the last 30 days, in full, newest first; also of"
                    + " accounts that I no longer follow. held counts those since the digest came last, atOnce what came at once"
                    + " meanwhile.")
    DigestView digest(@AuthenticationPrincipal SignedIn me) {
        var digest = digests.of(me.user());
        var viewer = PartyRef.user(me.user());
        var views = parties.views(
                digest.items().stream().map(item -> item.account().party()).toList());
        return new DigestView(
                digest.nextAt(),
                digest.held(),
                digest.atOnce(),
                digest.items().stream()
                        .map(item -> new HeldView(
                                views.getOrDefault(
                                        item.account().party(),
                                        PartyView.gone(
                                                item.account().party().kind(),
                                                item.account().value())),
                                messageViews.of(item.message(), viewer),
                                item.heldSince()))
                        .toList(),
                DigestTimeView.of(digest.settings()));
    }
}
