package dev.parley.gateway.directory;

import dev.parley.account.OfficialAccount;
import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.account.Team;
import dev.parley.follow.Follow;
import dev.parley.follow.Follows;
import dev.parley.gateway.Items;
import dev.parley.gateway.Parties;
import dev.parley.gateway.PartyView;
import dev.parley.gateway.account.AccountViews;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.RequestLimits;
import dev.parley.gateway.session.SignedIn;
import dev.parley.push.PushMessage;
import dev.parley.push.PushMessages;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finding official accounts. Only verified ones are there; to their teams their pages are there before. */
@RestController
@RequestMapping("/api/v1/directory")
@Tag(name = "Directory", description = "Finding official accounts: search, pages and QR codes.")
class DirectoryController {
    private static final long FEWEST_SHOWN = 20;
    private static final int MOST_FOUND = 50;
    private static final Duration FOUR_WEEKS = Duration.ofDays(28);

    private final OfficialAccounts accounts;
    private final Team team;
    private final Follows follows;
    private final PushMessages pushMessages;
    private final Parties parties;
    private final AccountViews views;
    private final RequestLimits limits;
    private final Clock clock;

    DirectoryController(
            OfficialAccounts accounts,
            Team team,
            Follows follows,
            PushMessages pushMessages,
            Parties parties,
            AccountViews views,
            RequestLimits limits,
            Clock clock) {
        this.accounts = accounts;
        this.team = team;
        this.follows = follows;
        this.pushMessages = pushMessages;
        this.parties = parties;
        this.views = views;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "Search verified accounts",
            description = "Every word must begin a word of handle, name, category or description. Best first; without a"
                    + " query the newest.")
    Items<DirectoryEntryView> search(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "20") int limit) {
        limits.search(me.user());
        return new Items<>(entries(accounts.search(query, Math.clamp(limit, 1, MOST_FOUND)), me));
    }

    @GetMapping("/{handle}")
    @Operation(summary = "Read the page of an account", description = "Nobody needs to be signed in.")
    DirectoryEntryView get(@AuthenticationPrincipal @Nullable SignedIn me, @PathVariable String handle) {
        return entries(List.of(visible(handle, me)), me).getFirst();
    }

    @GetMapping(path = "/{handle}/qr.svg", produces = "image/svg+xml")
    @Operation(
            summary = "Read an account's QR code as SVG",
            description = "It says the account's link with ?from=qr, so that a follow can say how it began.")
    ResponseEntity<String> qrSvg(@AuthenticationPrincipal @Nullable SignedIn me, @PathVariable String handle) {
        return picture(MediaType.valueOf("image/svg+xml"), qrCode(handle, me).svg());
    }

    @GetMapping(path = "/{handle}/qr.png", produces = MediaType.IMAGE_PNG_VALUE)
    @Operation(
            summary = "Read an account's QR code as PNG",
            description =
                    "512 pixels wide; it says the account's link with ?from=qr, so that a follow can say how it began.")
    ResponseEntity<byte[]> qrPng(@AuthenticationPrincipal @Nullable SignedIn me, @PathVariable String handle) {
        return picture(MediaType.IMAGE_PNG, qrCode(handle, me).png());
    }

    private QrCode qrCode(String handle, @Nullable SignedIn me) {
        return new QrCode(views.codeLink(visible(handle, me)).toString());
    }

    private OfficialAccount visible(String handle, @Nullable SignedIn me) {
        return accounts.byHandle(handle.startsWith("@") ? handle.substring(1) : handle)
                .filter(account -> account.verified()
                        || (me != null && team.role(account.id(), me.user()).isPresent()))
                .orElseThrow(() -> Problem.NOT_FOUND.because("There is no verified account with this handle."));
    }

    private List<DirectoryEntryView> entries(List<OfficialAccount> found, @Nullable SignedIn me) {
        var ids = found.stream().map(OfficialAccount::id).toList();
        var shown = parties.views(ids.stream().map(OfficialAccountId::party).toList());
        var followers = follows.counts(ids);
        var pushes = ids.isEmpty()
                ? java.util.Map.<OfficialAccountId, Long>of()
                : pushMessages.since(ids, clock.instant().minus(FOUR_WEEKS)).stream()
                        .collect(Collectors.groupingBy(PushMessage::account, Collectors.counting()));
        Set<OfficialAccountId> followed = me == null
                ? Set.of()
                : follows.ofUser(me.user()).stream().map(Follow::account).collect(Collectors.toSet());
        return found.stream()
                .map(account -> {
                    long count = followers.getOrDefault(account.id(), 0L);
                    return new DirectoryEntryView(
                            shown.getOrDefault(
                                    account.id().party(),
                                    PartyView.gone(
                                            OfficialAccountId.KIND, account.id().value())),
                            account.description(),
                            account.category(),
                            count >= FEWEST_SHOWN ? count : null,
                            pushes.getOrDefault(account.id(), 0L).intValue(),
                            account.createdAt(),
                            views.link(account),
                            followed.contains(account.id()));
                })
                .toList();
    }

    private static <T> ResponseEntity<T> picture(MediaType type, T body) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(body);
    }
}
