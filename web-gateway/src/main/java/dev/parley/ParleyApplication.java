package dev.parley;

import dev.parley.gateway.database.DatabaseAtStart;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The server. Rooms may have types of the same name, so beans are named with their package. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class ParleyApplication {
    /** Starts the server; leaves with 1 when it cannot start, after saying why. */
    @SuppressWarnings("SystemExitOutsideMain")
    public static void main(String[] args) {
        var application = new SpringApplication(ParleyApplication.class);
        application.addInitializers(new DatabaseAtStart());
        try {
            application.run(args);
        } catch (RuntimeException reported) {
            System.exit(1);
        }
    }
}
