package dev.parley.gateway.user;

import dev.parley.gateway.session.SessionCookies;
import dev.parley.identity.NewSession;
import dev.parley.identity.Sessions;
import dev.parley.identity.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands a new session to whoever has just proven who they are: as a cookie, or as a token when they ask for that. */
@Component
public class SignedInViews {
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final MeViews meViews;

    SignedInViews(Sessions sessions, SessionCookies cookies, MeViews meViews) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.meViews = meViews;
    }

    /** Opens a session and hands it over. */
    public SignedInView open(
            User user,
            @Nullable String deviceName,
            @Nullable Transport transport,
            HttpServletRequest request,
            HttpServletResponse response) {
        return give(user, sessions.open(user.id(), deviceName), transport, request, response);
    }

    SignedInView give(
            User user,
            NewSession opened,
            @Nullable Transport transport,
            HttpServletRequest request,
            HttpServletResponse response) {
        var session = opened.session();
        var me = meViews.of(user, session.device(), session.deviceName());
        if (transport == Transport.BEARER) {
            return new SignedInView(me, opened.token());
        }
        cookies.give(request, response, opened.token());
        return new SignedInView(me, null);
    }
}
