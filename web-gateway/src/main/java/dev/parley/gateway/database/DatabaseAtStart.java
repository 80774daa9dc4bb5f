package dev.parley.gateway.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Has a database ready before anything else is made: the outside one that {@code PARLEY_DATABASE_URL} names, else the
 * embedded one, which is stopped after the application. Only {@code main} uses it; tests bring their own database.
 */
public final class DatabaseAtStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        refuseTakenPort(environment);
        var binder = Binder.get(environment);
        var outside = binder.bindOrCreate("parley.database", DatabaseProperties.class);
        if (!outside.url().isBlank()) {
            var checked = OutsideDatabase.of(outside).checked();
            use(context, checked.url(), checked.user(), checked.password());
            return;
        }
        var directory = binder.bindOrCreate("parley", ServerProperties.class).dataDirectory();
        var embedded = EmbeddedDatabase.on(directory);
        SpringApplication.getShutdownHandlers().add(embedded::close);
        use(context, embedded.url(), embedded.user(), embedded.secret());
    }

    private static void use(ConfigurableApplicationContext context, String url, String user, String password) {
        var settings = user.isEmpty()
                ? Map.<String, Object>of("spring.datasource.url", url)
                : Map.<String, Object>of(
                        "spring.datasource.url", url,
                        "spring.datasource.username", user,
                        "spring.datasource.password", password);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("parley-database", settings));
    }

    /** Asked before the database is started, because that takes longer than to find the port taken. */
    private static void refuseTakenPort(Environment environment) {
        var port = environment.getProperty("server.port", Integer.class, 8080);
        if (port <= 0) {
            return;
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address(environment.getProperty("server.address")), port));
        } catch (IOException e) {
            throw new StartupFailure(StartupFailureReporter.portTaken(port), e);
        }
    }

    private static @Nullable InetAddress address(@Nullable String name) throws UnknownHostException {
        return name == null ? null : InetAddress.getByName(name);
    }
}
