package dev.parley.gateway.socket;

import org.eclipse.jetty.server.ServerConnector;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Lets thousands of connections wait until they are accepted; by default it is fifty, and what comes on top tries again only after a
 * second, then after three, and so on. The operating system may allow less ({@code net.core.somaxconn}).
 */
@Component
class AcceptQueue implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {
    private static final int WAITING = 8_192;

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(server -> {
            for (var connector : server.getConnectors()) {
                if (connector instanceof ServerConnector listening) {
                    listening.setAcceptQueueSize(WAITING);
                }
            }
        });
    }
}
