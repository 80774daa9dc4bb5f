package dev.parley.follow;

import dev.parley.account.AccountState;
import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.contact.Blocks;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Member;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.EntryContent;
import dev.parley.delivery.Inboxes;
import dev.parley.delivery.NewEntry;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows: beginning, ending and counting them.
 *
 * <p>Nothing here is remembered by a node: what one node has ended, every other node refuses from then on. A transaction that
 * ends or changes a follow writes its inbox entries first, because whoever writes messages also locks inboxes before follows.
 */
@Service
public class Follows {
    private final FollowStore follows;
    private final FollowHistory history;
    private final FollowOrder order;
    private final OfficialAccounts accounts;
    private final Conversations conversations;
    private final Blocks blocks;
    private final Inboxes inboxes;
    private final ApplicationEventPublisher events;
    private final FollowProperties properties;
    private final Clock clock;

    Follows(
            FollowStore follows,
            FollowHistory history,
            FollowOrder order,
            OfficialAccounts accounts,
            Conversations conversations,
            Blocks blocks,
            Inboxes inboxes,
            ApplicationEventPublisher events,
            FollowProperties properties,
            Clock clock) {
        this.follows = follows;
        this.history = history;
        this.order = order;
        this.accounts = accounts;
        this.conversations = conversations;
        this.blocks = blocks;
        this.inboxes = inboxes;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Begins a follow and opens the conversation of the two; the welcome comes right after. Repeated: nothing happens, same
     * follow. Within the undo time of an unfollow, the former follow goes on. Refused with {@code not-found}, {@code
     * suspended}, {@code not-verified}, or {@code blocked} while the user blocks the account.
     */
    @Transactional
    public FollowOutcome follow(UserId user, OfficialAccountId account, Source source) {
        var refusal = refusal(user, account);
        if (refusal != null) {
            return new FollowOutcome.Refused(refusal);
        }
        var present = follows.present(user, account);
        if (present.isPresent()) {
            return new FollowOutcome.AlreadyFollowing(present.get());
        }
        order.join(account);
        if (restore(user, account) instanceof RestoreOutcome.Restored(var restored)) {
            return new FollowOutcome.AlreadyFollowing(restored);
        }
        var again = follows.lastEnded(user, account).isPresent();
        var follower = follows.followerId(account, user);
        var self = PartyRef.user(user);
        var conversation = conversations.open(
                new Member(self, new PartyRef("follower", follower.value())), Member.of(account.party()));
        var begun = follows.begin(account, user, follower, conversation, source, clock.instant());
        if (begun.isEmpty()) {
            return new FollowOutcome.AlreadyFollowing(
                    follows.present(user, account).orElseThrow());
        }
        var follow = begun.get();
        inboxes.append(List.of(changed(self, ChangedThing.FOLLOW, follow)));
        events.publishEvent(
                new FollowStarted(follow.id(), account, follower, user, follow.source(), follow.startedAt(), again));
        return new FollowOutcome.Followed(follow);
    }

    /**
     * Ends the follow at once and answers until when it can be taken back; empty when there was none. Repeated within that
     * time: nothing happens, same answer. Once this has returned, nothing of the account is delivered any more, on any node.
     */
    @Transactional
    public Optional<Instant> unfollow(UserId user, OfficialAccountId account) {
        order.awaitHandedOver(account);
        order.join(account);
        var now = clock.instant();
        var present = follows.present(user, account);
        if (present.isEmpty()) {
            return follows.lastEnded(user, account).flatMap(ended -> follows.undoUntil(ended.id(), now));
        }
        var follow = present.get();
        var self = PartyRef.user(user);
        inboxes.append(List.of(
                changed(self, ChangedThing.FOLLOW, follow),
                new NewEntry(
                        self,
                        new EntryContent.Changed(
                                ChangedThing.CONVERSATIONS,
                                follow.conversation().value()))));
        var undoUntil = now.plus(properties.undo());
        follows.end(follow.id(), now, undoUntil);
        conversations.hide(self, follow.conversation());
        return Optional.of(undoUntil);
    }

    /**
     * Takes an unfollow back within the undo time; the follow and its window go on as if nothing had happened. Repeated:
     * nothing happens, same follow. Refused with {@code conflict} when the time is over.
     */
    @Transactional
    public RestoreOutcome restore(UserId user, OfficialAccountId account) {
        var present = follows.present(user, account);
        if (present.isPresent()) {
            return new RestoreOutcome.Restored(present.get());
        }
        order.join(account);
        var ended = follows.lastEnded(user, account).orElse(null);
        if (ended == null
                || blocks.isBlocked(user, account.party())
                || !follows.takeBack(ended.id(), clock.instant())) {
            return new RestoreOutcome.Refused(new Refusal(
                    "conflict",
                    "follow.undo",
                    ended == null || ended.endedAt() == null
                            ? null
                            : seconds(Duration.between(ended.endedAt(), clock.instant())),
                    seconds(properties.undo()),
                    null,
                    "There is no unfollow that could still be taken back; follow again instead."));
        }
        var restored = follows.present(user, account).orElseThrow();
        inboxes.append(List.of(changed(PartyRef.user(user), ChangedThing.FOLLOW, restored)));
        conversations.open(
                new Member(
                        PartyRef.user(user),
                        new PartyRef("follower", restored.follower().value())),
                Member.of(account.party()));
        return new RestoreOutcome.Restored(restored);
    }

    /** Mutes or unmutes a followed account; empty when it is not followed. Repeated: nothing happens, same follow. */
    @Transactional
    public Optional<Follow> mute(UserId user, OfficialAccountId account, boolean muted) {
        var present = follows.present(user, account);
        if (present.isEmpty() || present.get().muted() == muted) {
            return present;
        }
        inboxes.append(List.of(changed(PartyRef.user(user), ChangedThing.FOLLOW, present.get())));
        if (follows.mute(present.get().id(), muted)) {
            events.publishEvent(new FollowMuted(present.get().id(), account, user, muted, clock.instant()));
        }
        return follows.present(user, account);
    }

    /**
     * Counts why someone unfollowed, without a name and once per follow. False when no follow of theirs has ended.
     * Repeated: not counted again.
     */
    @Transactional
    public boolean giveReason(UserId user, OfficialAccountId account, UnfollowReason reason) {
        var ended = follows.lastEnded(user, account);
        ended.ifPresent(follow -> follows.countReason(follow, reason, clock.instant()));
        return ended.isPresent();
    }

    /** The present follow of this user and account. */
    @Transactional(readOnly = true)
    public Optional<Follow> find(UserId user, OfficialAccountId account) {
        return follows.present(user, account);
    }

    /** The present follows of this user, newest first. */
    @Transactional(readOnly = true)
    public List<Follow> ofUser(UserId user) {
        return history.ofUser(user);
    }

    /** All follows of this user that went on at or after this time, ended ones included, oldest first. */
    @Transactional(readOnly = true)
    public List<Follow> ofUserSince(UserId user, Instant since) {
        return history.ofUserSince(user, since);
    }

    /** All follows of this account by these users, ended ones included, oldest first. */
    @Transactional(readOnly = true)
    public List<Follow> of(OfficialAccountId account, Collection<UserId> users) {
        return history.of(account, users);
    }

    /**
     * Until the caller's transaction ends (there must be one), no follow of this account begins or ends. What is released
     * meanwhile stands clearly before or after every follow's start and end.
     */
    public void holdStill(OfficialAccountId account) {
        order.holdStill(account);
    }

    /**
     * Until the caller's transaction ends, no follow of this account ends. For who hands something to its followers who are connected: an
     * unfollow waits for that, so that nothing comes after it.
     */
    public void keepFollowers(OfficialAccountId account) {
        order.keepFollowers(account);
    }

    /** Present followers in the order of follow ids; {@code after} absent for the first page. */
    @Transactional(readOnly = true)
    public List<Follow> followers(OfficialAccountId account, @Nullable FollowId after, int limit) {
        return history.followers(account, after, limit);
    }

    /** How many follow this account now. */
    @Transactional(readOnly = true)
    public long count(OfficialAccountId account) {
        return history.counts(List.of(account)).getOrDefault(account, 0L);
    }

    /** How many follow each of these accounts now; accounts without followers have 0. */
    @Transactional(readOnly = true)
    public Map<OfficialAccountId, Long> counts(Collection<OfficialAccountId> accounts) {
        return accounts.isEmpty() ? Map.of() : history.counts(accounts);
    }

    /** How many follows there are in all. */
    @Transactional(readOnly = true)
    public long countAll() {
        return history.countAll();
    }

    /** Which users follow this account now, in no order; for announcing and forecasting. */
    @Transactional(readOnly = true)
    public List<UserId> usersOf(OfficialAccountId account) {
        return history.usersOf(account).toList();
    }

    /** Follows of this account that ended in [from, until), oldest end first; those within their undo time are left out. */
    @Transactional(readOnly = true)
    public List<Follow> endedBetween(OfficialAccountId account, Instant from, Instant until) {
        return history.endedBetween(account, from, until);
    }

    /** How many follows of this account ended in [from, until); those within their undo time are left out. */
    @Transactional(readOnly = true)
    public long countEnded(OfficialAccountId account, Instant from, Instant until) {
        return history.countEnded(account, from, until);
    }

    /** By which ways the present followers came; ways on which nobody came are left out. Takes the longer the more follow. */
    @Transactional(readOnly = true)
    public Map<Source, Long> bySource(OfficialAccountId account) {
        return history.bySource(account);
    }

    /**
     * Follows by the month in which they began and by how many months of thirty days they lasted, oldest month first. Takes the longer the
     * more follow.
     */
    @Transactional(readOnly = true)
    public List<FollowCohort> cohorts(OfficialAccountId account, ZoneId zone) {
        return history.cohorts(account, zone);
    }

    /**
     * Over how many hours all followers together followed in [from, until). Takes the longer the more follow.
     *
     * @param young how long after its start a follow counts as young
     */
    @Transactional(readOnly = true)
    public FollowTime timeFollowed(OfficialAccountId account, Instant from, Instant until, Duration young) {
        return history.timeFollowed(account, from, until, young);
    }

    /** The history of an account's followers, one entry per day from {@code from} to {@code to}, both included. */
    @Transactional(readOnly = true)
    public List<FollowDay> history(OfficialAccountId account, LocalDate from, LocalDate to, ZoneId zone) {
        return history.days(account, from, to, zone);
    }

    private @Nullable Refusal refusal(UserId user, OfficialAccountId account) {
        var found = accounts.find(account).orElse(null);
        if (found == null) {
            return Refusal.of("not-found", "account.id", "There is no such account.");
        }
        if (found.state() == AccountState.SUSPENDED) {
            return AccountGate.suspended(found);
        }
        if (!found.verified()) {
            return AccountGate.notVerified(found);
        }
        if (blocks.isBlocked(user, account.party())) {
            return Refusal.of(
                    "blocked", "follow.block", "You have blocked this account; take the block back to follow it.");
        }
        return null;
    }

    private static NewEntry changed(PartyRef party, ChangedThing what, Follow follow) {
        return new NewEntry(
                party, new EntryContent.Changed(what, follow.account().value()));
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }
}
