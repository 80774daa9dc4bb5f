package dev.parley.gateway.session;

import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.problem.ProblemAnswer;
import dev.parley.identity.Sessions;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may ask for what. There is no HTTP session: each request proves itself by a token. A token in a cookie is sent by the
 * browser without being asked, so those requests need the double-submitted CSRF token as well; others do not.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** What anybody may ask for; controllers behind these routes decide the rest themselves. */
    private static final String[] OPEN_TO_READ = {
        "/api/v1/csrf",
        "/api/v1/directory/{handle}",
        "/api/v1/directory/{handle}/annoyance",
        "/api/v1/directory/{handle}/qr.svg",
        "/api/v1/directory/{handle}/qr.png",
        "/api/v1/articles/{id}",
        "/api/v1/media/{id}",
        "/api/v1/media/{id}/thumbnail",
        "/api/v1/socket",
        "/api/docs/**",
        "/api/openapi/**",
        "/api/openapi.yaml/**"
    };

    private static final String[] OPEN_TO_WRITE = {"/api/v1/users", "/api/v1/sessions", "/api/v1/operator/setup"};

    /** Requests that a browser could have been tricked into. */
    @Bean
    @Order(1)
    SecurityFilterChain cookieRequests(HttpSecurity http, Door door) throws Exception {
        http.securityMatcher(SecurityConfiguration::provesItselfByCookie).csrf(csrf -> csrf.spa());
        return api(http, door);
    }

    /** All other requests to the interface. */
    @Bean
    @Order(2)
    SecurityFilterChain tokenRequests(HttpSecurity http, Door door) throws Exception {
        http.securityMatcher("/api/**", "/actuator/**").csrf(AbstractHttpConfigurer::disable);
        return api(http, door);
    }

    /** The web app, which is the same for everybody. */
    @Bean
    @Order(3)
    SecurityFilterChain pageRequests(HttpSecurity http, Door door) throws Exception {
        http.csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        return stateless(http, door).build();
    }

    /** What stands between a request and the routes. */
    record Door(
            Sessions sessions,
            RefusedAtTheDoor refused,
            ContentPolicy policy,
            AnswersToRepeat answers,
            ProblemAnswer problems) {}

    @Bean
    Door door(
            Sessions sessions,
            RefusedAtTheDoor refused,
            ContentPolicy policy,
            AnswersToRepeat answers,
            ProblemAnswer problems) {
        return new Door(sessions, refused, policy, answers, problems);
    }

    /** Addresses that no route can have; said at once, because the way to the error page would be refused too. */
    @Bean
    RequestRejectedHandler impossibleAddresses(ProblemAnswer problems) {
        return (request, response, _) -> problems.write(
                request, response, Problem.INVALID_REQUEST.view("The address or a header cannot be understood."), null);
    }

    /** The time of a request is measured as a whole; measuring each filter took a tenth of what a short request costs. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Nobody logs in through Spring Security; without this bean Boot would make up a user with a password. */
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new AuthenticationServiceException("sessions are opened by POST /api/v1/sessions");
        };
    }

    private static SecurityFilterChain api(HttpSecurity http, Door door) throws Exception {
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, OPEN_TO_READ)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, OPEN_TO_READ)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, OPEN_TO_WRITE)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/api/v1/operator/**", "/actuator/**")
                        .hasRole(SessionAuthentication.OPERATOR)
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new BodyLimitFilter(door.problems()), AuthorizationFilter.class)
                .addFilterBefore(new SessionFilter(door.sessions()), AuthorizationFilter.class)
                .addFilterAfter(new IdempotencyFilter(door.answers(), door.problems()), AuthorizationFilter.class);
        return stateless(http, door).build();
    }

    private static HttpSecurity stateless(HttpSecurity http, Door door) throws Exception {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(door.refused()).accessDeniedHandler(door.refused()))
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .contentTypeOptions(Customizer.withDefaults())
                        .frameOptions(frame -> frame.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy(
                                        "accelerometer=(), camera=(), geolocation=(self), gyroscope=(), microphone=(self), payment=(), usb=()"))
                        .contentSecurityPolicy(content ->
                                content.policyDirectives(door.policy().directives())));
    }

    private static boolean provesItselfByCookie(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (!path.startsWith("/api/") || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            return false;
        }
        return path.equals("/api/v1/csrf") || SessionCookie.in(request) != null;
    }
}
