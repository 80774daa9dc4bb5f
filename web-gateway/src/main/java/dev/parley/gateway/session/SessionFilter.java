package dev.parley.gateway.session;

import dev.parley.identity.Session;
import dev.parley.identity.Sessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who is asking, from {@code Authorization: Bearer} or else from the browser's cookie. */
final class SessionFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;

    SessionFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = token(request);
        if (token != null) {
            sessions.authenticate(token).ifPresent(SessionFilter::signIn);
        }
        chain.doFilter(request, response);
    }

    /** Without this an asynchronous answer would be written for nobody. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    static @Nullable String token(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            var isBearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
            return isBearer ? header.substring(BEARER.length()).trim() : null;
        }
        return SessionCookie.in(request);
    }

    private static void signIn(Session session) {
        var signedIn = new SignedIn(session.user(), session.device(), session.operator());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SessionAuthentication(signedIn));
        SecurityContextHolder.setContext(context);
    }
}
