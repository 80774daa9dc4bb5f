package dev.parley.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Gives browsers the cookie that keeps their session, and takes it back. */
@Component
public class SessionCookies {
    /** The browser proves this session from now on. */
    public void give(HttpServletRequest request, HttpServletResponse response, String token) {
        SessionCookie.give(request, response, token);
    }

    /** The browser forgets its session; nothing happens when it had none. */
    public void take(HttpServletRequest request, HttpServletResponse response) {
        if (SessionCookie.in(request) != null) {
            SessionCookie.take(request, response);
        }
    }
}
