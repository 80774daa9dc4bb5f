package dev.parley.gateway.user;

import dev.parley.gateway.Items;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.RequestLimits;
import dev.parley.gateway.session.SessionCookies;
import dev.parley.gateway.session.SignedIn;
import dev.parley.identity.LogIn;
import dev.parley.identity.LogInOutcome.LoggedIn;
import dev.parley.identity.LogInOutcome.Suspended;
import dev.parley.identity.LogInOutcome.WrongCredentials;
import dev.parley.identity.Sessions;
import dev.parley.identity.SignUp;
import dev.parley.identity.SignUpOutcome.HandleTaken;
import dev.parley.identity.SignUpOutcome.Invalid;
import dev.parley.identity.SignUpOutcome.SignedUp;
import dev.parley.identity.SignUpOutcome.WrongCode;
import dev.parley.identity.Users;
import dev.parley.kernel.DeviceId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing up, logging in and out. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Sessions", description = "Signing up, logging in and out; each session is a device.")
class SessionController {
    private final Users users;
    private final Sessions sessions;
    private final RequestLimits limits;
    private final SessionCookies cookies;
    private final SignedInViews signedIn;

    SessionController(
            Users users, Sessions sessions, RequestLimits limits, SessionCookies cookies, SignedInViews signedIn) {
        this.users = users;
        this.sessions = sessions;
        this.limits = limits;
        this.cookies = cookies;
        this.signedIn = signedIn;
    }

    /** A device of the user who asks. */
    @Schema(name = "Device")
    record DeviceView(UUID id, String name, Instant createdAt, Instant lastSeenAt, boolean current) {}

    @GetMapping("/csrf")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Get the CSRF cookie",
            description =
                    "Sets the cookie XSRF-TOKEN; its value goes into the header X-XSRF-TOKEN of every request that"
                            + " changes something and proves itself by the session cookie.")
    void csrf(@Nullable CsrfToken token) {
        if (token != null) {
            token.getToken();
        }
    }

    @PostMapping("/users")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Sign up",
            description = "Makes a user and opens a session. A repetition is refused with handle-taken.")
    SignedInView signUp(@RequestBody NewUser body, HttpServletRequest request, HttpServletResponse response) {
        limits.signUp(request.getRemoteAddr());
        var command = new SignUp(
                given(body.handle()), given(body.name()), given(body.password()), body.locale(), body.timeZone());
        return switch (users.signUp(command)) {
            case SignedUp(var user) -> signedIn.open(user, body.deviceName(), body.transport(), request, response);
            case HandleTaken(var handle) ->
                throw Problem.HANDLE_TAKEN.because("The handle is taken.", "handle-unique", handle, null, null);
            case Invalid(var errors) -> throw Problem.of(errors);
            case WrongCode _ -> throw Problem.NOT_FOUND.because("There is nothing at this address.");
        };
    }

    @PostMapping("/sessions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Log in",
            description =
                    "Opens a session. Each repetition opens another one. What is wrong, handle or password, is not told.")
    SignedInView logIn(@RequestBody Credentials body, HttpServletRequest request, HttpServletResponse response) {
        var handle = given(body.handle());
        var address = request.getRemoteAddr();
        limits.logIn(handle, address);
        return switch (sessions.logIn(new LogIn(handle, given(body.password()), body.deviceName()))) {
            case LoggedIn(var session) -> {
                limits.loggedIn(handle, address);
                var user = users.find(session.session().user()).orElseThrow();
                yield signedIn.give(user, session, body.transport(), request, response);
            }
            case WrongCredentials _ -> throw limits.logInRefused(handle, address);
            case Suspended _ -> throw Problem.SUSPENDED.because("An operator has suspended this user.");
        };
    }

    @GetMapping("/sessions")
    @Operation(summary = "List my devices", description = "The one used last comes first.")
    Items<DeviceView> list(@AuthenticationPrincipal SignedIn me) {
        return new Items<>(sessions.list(me.user()).stream()
                .map(device -> new DeviceView(
                        device.id().value(),
                        device.name(),
                        device.createdAt(),
                        device.lastSeenAt(),
                        device.id().equals(me.device())))
                .toList());
    }

    @DeleteMapping("/sessions/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Log out", description = "Ends the session that asks, and its socket.")
    void logOut(@AuthenticationPrincipal SignedIn me, HttpServletRequest request, HttpServletResponse response) {
        sessions.end(me.user(), me.device());
        cookies.take(request, response);
    }

    @DeleteMapping("/sessions/{device}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Log another device out",
            description = "Ends the session of one of my devices, and its socket.")
    void end(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable DeviceId device,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!sessions.end(me.user(), device)) {
            throw Problem.NOT_FOUND.because("You have no such device.");
        }
        if (device.equals(me.device())) {
            cookies.take(request, response);
        }
    }

    /** What is missing is refused by the door like what is empty. */
    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }
}
