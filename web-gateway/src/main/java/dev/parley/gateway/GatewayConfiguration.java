package dev.parley.gateway;

import dev.parley.gateway.problem.JettyProblems;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** How the server speaks HTTP and JSON. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {
    /** The one source of time; as fine as the database keeps it, so that an instant is the same before and after it is stored. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    /** What Jetty refuses on its own is a problem like any other. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory> problemsFromJetty(JettyProblems problems) {
        return factory -> factory.addServerCustomizers(server -> server.setErrorHandler(problems));
    }

    /** Text that PostgreSQL cannot store is refused where it comes in: NUL and half surrogate pairs. */
    @Bean
    JsonMapperBuilderCustomizer onlyTextThatCanBeStored() {
        var module = new SimpleModule("storable-text");
        module.addDeserializer(String.class, new StorableText());
        return builder -> builder.addModule(module);
    }

    private static final class StorableText extends StdScalarDeserializer<String> {
        StorableText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            var text = StringDeserializer.instance.deserialize(parser, context);
            if (text != null && !isStorable(text)) {
                return (String) context.handleWeirdStringValue(
                        String.class, "", "contains a NUL character or half a surrogate pair");
            }
            return text;
        }

        private static boolean isStorable(String text) {
            for (var i = 0; i < text.length(); i++) {
                var c = text.charAt(i);
                if (c == 0 || Character.isLowSurrogate(c)) {
                    return false;
                }
                if (Character.isHighSurrogate(c)) {
                    i++;
                    if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                        return false;
                    }
                }
            }
            return true;
        }
    }
}
