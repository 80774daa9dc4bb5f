package dev.parley.gateway.socket;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Adds the frames of the socket to the description of the interface: OpenAPI has no place for their exchange, but one for their form. */
@Configuration(proxyBeanMethods = false)
class FrameDescription {
    @Bean
    @Order(1)
    OpenApiCustomizer framesOfTheSocket() {
        return api -> {
            if (api.getComponents() == null) {
                api.components(new Components());
            }
            var converters = ModelConverters.getInstance(true);
            converters.readAll(ClientFrame.class).forEach(api.getComponents()::addSchemas);
            converters.readAll(ServerFrame.class).forEach(api.getComponents()::addSchemas);
        };
    }
}
