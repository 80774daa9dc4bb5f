package dev.parley.gateway.session;

import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.problem.ProblemAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Says why a request did not get as far as a controller. */
@Component
class RefusedAtTheDoor implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ProblemAnswer answer;
    private final ObjectProvider<RequestMappingHandlerMapping> routes;

    RefusedAtTheDoor(ProblemAnswer answer, ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.answer = answer;
        this.routes = routes;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (SessionCookie.in(request) != null) {
            SessionCookie.take(request, response);
        }
        var problem = whereNobodyMayLook(request);
        answer.write(request, response, problem.view(words(problem)), null);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        var problem = failure instanceof CsrfException ? Problem.CSRF : Problem.FORBIDDEN;
        answer.write(request, response, problem.view(words(problem)), null);
    }

    /** An address that does not exist is not found, whoever asks. */
    private Problem whereNobodyMayLook(HttpServletRequest request) {
        try {
            if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
                ServletRequestPathUtils.parseAndCache(request);
            }
            for (var mapping : routes.orderedStream().toList()) {
                if (mapping.getHandler(request) != null) {
                    return Problem.UNAUTHENTICATED;
                }
            }
            return Problem.NOT_FOUND;
        } catch (HttpRequestMethodNotSupportedException _) {
            return Problem.METHOD_NOT_ALLOWED;
        } catch (Exception _) {
            return Problem.UNAUTHENTICATED;
        }
    }

    private static String words(Problem problem) {
        return switch (problem) {
            case CSRF -> "Send the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN.";
            case FORBIDDEN -> "Only operators may do this.";
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This address does not know that method.";
            default -> "Log in first.";
        };
    }
}
