package dev.parley.delivery;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryProperties.class)
class DeliveryConfiguration {
    /** One node needs no wire; more than one bring a bus of their own. */
    @Bean
    @ConditionalOnMissingBean(NodeBus.class)
    NodeBus inProcessNodeBus() {
        return new InProcessNodeBus();
    }
}
