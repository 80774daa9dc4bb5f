package dev.parley.delivery;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DeliveryProperties.class, NatsProperties.class})
class DeliveryConfiguration {
    /** One node needs no wire. */
    @Bean
    @ConditionalOnMissingBean(NodeBus.class)
    NodeBus nodeBus(NatsProperties nats) {
        return nats.url().isBlank() ? new InProcessNodeBus() : new NatsNodeBus(nats);
    }
}
