package dev.parley.gateway.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** With {@code parley.demo=true} the server's clock can walk through the past while the demo world is made. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("parley.demo")
class DemoConfiguration {
    @Bean
    @Primary
    TravellingClock travellingClock() {
        return new TravellingClock();
    }
}
