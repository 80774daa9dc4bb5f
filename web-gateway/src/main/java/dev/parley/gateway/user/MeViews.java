package dev.parley.gateway.user;

import dev.parley.gateway.Pictures;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.identity.Sessions;
import dev.parley.identity.User;
import dev.parley.identity.Users;
import dev.parley.kernel.DeviceId;
import dev.parley.push.Digests;
import org.springframework.stereotype.Component;

/** Shows users to themselves. */
@Component
class MeViews {
    private final Users users;
    private final Sessions sessions;
    private final Digests digests;
    private final Pictures pictures;

    MeViews(Users users, Sessions sessions, Digests digests, Pictures pictures) {
        this.users = users;
        this.sessions = sessions;
        this.digests = digests;
        this.pictures = pictures;
    }

    MeView of(SignedIn me) {
        var user = users.find(me.user()).orElseThrow(() -> Problem.UNAUTHENTICATED.because("Log in first."));
        var name = sessions.list(me.user()).stream()
                .filter(device -> device.id().equals(me.device()))
                .map(device -> device.name())
                .findFirst()
                .orElse("");
        return of(user, me.device(), name);
    }

    MeView of(User user, DeviceId device, String deviceName) {
        return new MeView(
                user.id().value(),
                user.handle(),
                user.name(),
                pictures.of(user.picture()),
                user.locale(),
                user.timeZone().getId(),
                user.operator(),
                DigestTimeView.of(digests.settings(user.id())),
                user.createdAt(),
                new MeView.ThisDevice(device.value(), deviceName));
    }
}
