package dev.parley.gateway.socket;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/** Where the socket is, and what Jetty may spend on it. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
@EnableConfigurationProperties(SocketProperties.class)
class SocketConfiguration implements WebSocketConfigurer {
    static final String PATH = "/api/v1/socket";
    static final String PROTOCOL = "parley.v1";

    /** Jetty itself cuts off what is this much larger than a frame may be; below it an error frame says why. */
    private static final int HARD_LIMIT_FACTOR = 4;

    private final SocketHandler handler;
    private final SocketHandshake handshake;
    private final SocketProperties properties;

    SocketConfiguration(SocketHandler handler, SocketHandshake handshake, SocketProperties properties) {
        this.handler = handler;
        this.handshake = handshake;
        this.properties = properties;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        var jetty = new JettyRequestUpgradeStrategy();
        jetty.addWebSocketConfigurer(configurable -> {
            var hardLimit = HARD_LIMIT_FACTOR * properties.frameSize().toBytes();
            configurable.setMaxTextMessageSize(hardLimit);
            configurable.setMaxBinaryMessageSize(hardLimit);
            configurable.setMaxFrameSize(hardLimit);
            configurable.setIdleTimeout(
                    Duration.ofMillis(4 * properties.heartbeatInterval().toMillis()));
        });
        var handshakes = new WithoutExtensions(jetty);
        handshakes.setSupportedProtocols(PROTOCOL);
        registry.addHandler(handler, PATH)
                .setHandshakeHandler(handshakes)
                .addInterceptors(handshake)
                .setAllowedOriginPatterns("*"); // the handshake checks the origin itself
    }

    /** Compressing each frame would cost every connection more memory than all the rest of it. */
    private static final class WithoutExtensions extends DefaultHandshakeHandler {
        WithoutExtensions(JettyRequestUpgradeStrategy strategy) {
            super(strategy);
        }

        @Override
        protected List<WebSocketExtension> filterRequestedExtensions(
                ServerHttpRequest request, List<WebSocketExtension> requested, List<WebSocketExtension> supported) {
            return List.of();
        }
    }
}
