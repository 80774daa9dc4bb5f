package dev.parley.gateway.follow;

import dev.parley.account.OfficialAccountId;
import dev.parley.follow.Follow;
import dev.parley.follow.Window;
import dev.parley.follow.Windows;
import dev.parley.gateway.follow.FollowView.WindowView;
import dev.parley.kernel.UserId;
import dev.parley.push.Digests;
import dev.parley.push.Dosage;
import dev.parley.push.Dosages;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the rooms know about a follow. */
@Component
public class FollowViews {
    private final Windows windows;
    private final Dosages dosages;
    private final Digests digests;

    FollowViews(Windows windows, Dosages dosages, Digests digests) {
        this.windows = windows;
        this.dosages = dosages;
        this.digests = digests;
    }

    /** One follow as its follower sees it. */
    public FollowView of(Follow follow) {
        return view(
                follow,
                dosages.of(follow.user(), follow.account()),
                digests.heldNow(follow.user()).getOrDefault(follow.account(), 0),
                windows.find(follow.account(), follow.user()).orElse(null));
    }

    /** Several follows of one user, by account, with few questions. */
    public Map<OfficialAccountId, FollowView> of(UserId user, Collection<Follow> follows) {
        if (follows.isEmpty()) {
            return Map.of();
        }
        var chosen = dosages.ofUser(user);
        var held = digests.heldNow(user);
        var opened = windows.ofUser(user);
        var views = new HashMap<OfficialAccountId, FollowView>();
        for (var follow : follows) {
            var account = follow.account();
            views.put(
                    account,
                    view(
                            follow,
                            chosen.getOrDefault(account, new Dosage.Everything()),
                            held.getOrDefault(account, 0),
                            opened.get(account)));
        }
        return views;
    }

    private static FollowView view(Follow follow, Dosage dosage, int held, @Nullable Window window) {
        return new FollowView(
                follow.account().value(),
                follow.startedAt(),
                follow.source().code(),
                follow.muted(),
                dosage,
                dosage.less(),
                held,
                window == null ? null : new WindowView(window.opensAt(), window.closesAt()));
    }
}
