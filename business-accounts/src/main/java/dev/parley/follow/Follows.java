package dev.parley.follow;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Follows: beginning, ending and counting them. */
@Component
public class Follows {
    /** Begins a follow, opens the conversation and sends the welcome. Repeated: nothing happens, same follow. */
    public FollowOutcome follow(UserId user, OfficialAccountId account, Source source) {
        throw new UnsupportedOperationException();
    }

    /** Ends the follow at once and answers until when it can be taken back; empty when there was none. Repeated: same answer. */
    public Optional<Instant> unfollow(UserId user, OfficialAccountId account) {
        throw new UnsupportedOperationException();
    }

    /** Takes an unfollow back within the undo time. Repeated: nothing happens, same follow. */
    public RestoreOutcome restore(UserId user, OfficialAccountId account) {
        throw new UnsupportedOperationException();
    }

    /** Mutes or unmutes a followed account; empty when it is not followed. */
    public Optional<Follow> mute(UserId user, OfficialAccountId account, boolean muted) {
        throw new UnsupportedOperationException();
    }

    /** Counts why someone unfollowed, without a name. False when no follow of theirs has just ended. */
    public boolean giveReason(UserId user, OfficialAccountId account, UnfollowReason reason) {
        throw new UnsupportedOperationException();
    }

    /** The present follow of this user and account. */
    public Optional<Follow> find(UserId user, OfficialAccountId account) {
        throw new UnsupportedOperationException();
    }

    /** The present follow of this id, or the ended one. */
    public Optional<Follow> find(FollowId id) {
        throw new UnsupportedOperationException();
    }

    /** The present follows of this user, newest first. */
    public List<Follow> ofUser(UserId user) {
        throw new UnsupportedOperationException();
    }

    /** All follows of this user that went on at or after this time, ended ones included, oldest first. */
    public List<Follow> ofUserSince(UserId user, Instant since) {
        throw new UnsupportedOperationException();
    }

    /** Present followers in the order of follow ids; {@code after} absent for the first page. */
    public List<Follow> followers(OfficialAccountId account, @Nullable FollowId after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** How many follow this account now. */
    public long count(OfficialAccountId account) {
        throw new UnsupportedOperationException();
    }

    /** How many follow each of these accounts now; accounts without followers have 0. */
    public Map<OfficialAccountId, Long> counts(Collection<OfficialAccountId> accounts) {
        throw new UnsupportedOperationException();
    }

    /** How many follows there are in all. */
    public long countAll() {
        throw new UnsupportedOperationException();
    }

    /** Which users follow this account now, in no order; for announcing and forecasting. */
    public List<UserId> usersOf(OfficialAccountId account) {
        throw new UnsupportedOperationException();
    }

    /** Follows of this account that ended in [from, until), those within their undo time left out. */
    public List<Follow> endedBetween(OfficialAccountId account, Instant from, Instant until) {
        throw new UnsupportedOperationException();
    }

    /** The history of an account's followers, one entry per day from {@code from} to {@code to}, both included. */
    public List<FollowDay> history(OfficialAccountId account, LocalDate from, LocalDate to, ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
