package dev.parley.follow;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Follows.
 *
 * @param undo how long an unfollow can be taken back; its end is announced to the account only afterwards
 * @param windowLength how long after a user's own message the account may write directly
 * @param welcomeWithin how long after the start of a follow the account's automatic messages belong to it
 * @param endingsEvery how often a node looks for unfollows whose undo time is over
 */
@Validated
@ConfigurationProperties("parley.follow")
record FollowProperties(
        @DefaultValue("10s") Duration undo,
        @DefaultValue("48h") Duration windowLength,
        @DefaultValue("1m") Duration welcomeWithin,
        @DefaultValue("1s") Duration endingsEvery) {
    FollowProperties {
        if (windowLength.isNegative() || windowLength.isZero()) {
            throw new IllegalArgumentException("parley.follow.window-length must be longer than nothing");
        }
        if (undo.isNegative()) {
            throw new IllegalArgumentException("parley.follow.undo must not be negative");
        }
    }
}
