package dev.parley.gateway.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * With {@code parley.demo=true} the server's clock can walk through the past while the demo world is made. What would happen a moment
 * later on another thread happens at once meanwhile, because a moment later it is another day.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("parley.demo")
class DemoConfiguration {
    private static final int LATER_AT_ONCE = 200;

    @Bean
    @Primary
    TravellingClock travellingClock() {
        return new TravellingClock();
    }

    @Bean
    AsyncTaskExecutor applicationTaskExecutor(TravellingClock clock) {
        var later = new SimpleAsyncTaskExecutor("task-");
        later.setVirtualThreads(true);
        later.setConcurrencyLimit(LATER_AT_ONCE);
        return task -> {
            if (clock.travelling()) {
                task.run();
            } else {
                later.execute(task);
            }
        };
    }
}
