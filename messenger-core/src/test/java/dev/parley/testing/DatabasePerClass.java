package dev.parley.testing;

import java.util.List;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Gives the context of every Spring test class a fresh database and a {@link SettableClock}; found through spring.factories, so
 * tests do nothing for it. Nested classes share the database of their outer class.
 */
public final class DatabasePerClass implements ContextCustomizerFactory {
    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        var outermost = testClass;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        return new FreshDatabase(outermost);
    }

    /** The test class is part of the value, so that two classes never share a context. */
    private record FreshDatabase(Class<?> testClass) implements ContextCustomizer {
        @Override
        public void customizeContext(
                ConfigurableApplicationContext context, MergedContextConfiguration mergedConfiguration) {
            TestPropertyValues.of(
                            "spring.datasource.url=" + TestDatabases.create(),
                            "spring.datasource.username=postgres",
                            "spring.datasource.password=",
                            "spring.datasource.hikari.maximum-pool-size=12",
                            "spring.datasource.hikari.minimum-idle=0")
                    .applyTo(context);
            var clock = new RootBeanDefinition(SettableClock.class, SettableClock::new);
            clock.setPrimary(true);
            ((BeanDefinitionRegistry) context.getBeanFactory()).registerBeanDefinition("settableClock", clock);
        }
    }
}
