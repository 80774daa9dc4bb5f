package dev.parley;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The application of the module tests: every room that stands on the class path, no HTTP. Tests of a module that has an
 * application of its own name that one instead ({@code @SpringBootTest(classes = …)}).
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class ParleyTestApplication {}
