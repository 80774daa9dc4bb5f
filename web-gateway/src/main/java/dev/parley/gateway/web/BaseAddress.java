package dev.parley.gateway.web;

import java.net.URI;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The address under which people reach this server: links, QR codes and the addresses printed at the start begin with it. */
@Component
public class BaseAddress {
    private final WebProperties settings;
    private final ApplicationContext context;

    BaseAddress(WebProperties settings, ApplicationContext context) {
        this.settings = settings;
        this.context = context;
    }

    /** Without a slash at its end: {@code https://chat.example.org}. */
    @Override
    public String toString() {
        var configured = settings.baseAddress();
        if (configured != null) {
            var text = configured.toString();
            return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        }
        return "http://localhost:" + port();
    }

    /** The address of something on this server; the path begins with a slash. */
    public URI at(String path) {
        return URI.create(this + path);
    }

    private int port() {
        if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            return web.getWebServer().getPort();
        }
        Environment environment = context.getEnvironment();
        return environment.getProperty("server.port", Integer.class, 8080);
    }
}
