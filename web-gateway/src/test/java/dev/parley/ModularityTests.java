package dev.parley;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.util.ApplicationModulesExporter;
import org.springframework.modulith.docs.Documenter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The walls of the house, kept by Spring Modulith and ArchUnit. */
class ModularityTests {
    /** Once a module is packaged its test support comes as a jar, which Modulith does not know as tests. */
    private static final ApplicationModules MODULES = ApplicationModules.of(
            ParleyApplication.class,
            describe(
                    "is test support",
                    type -> type.getSource()
                            .map(source -> source.getUri().toString().contains("tests.jar"))
                            .orElse(false)));

    private static final Path MAP = Path.of("..", "docs", "modules");

    private static final Path LIST =
            Path.of("src", "main", "resources", "META-INF", "spring-modulith", "application-modules.json");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("test-classes") && !location.contains("tests.jar"))
            .importPackages("dev.parley");

    @Test
    void roomsKeepTheirWalls() {
        MODULES.verify();
    }

    /** The order of the lines differs from run to run, so a page is drawn anew only when its words have changed. */
    @Test
    void theMapOfTheHouseIsTrue() throws IOException {
        var drawn = Path.of("target", "modules");
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(drawn.toString())).writeDocumentation();

        var stale = new ArrayList<String>();
        for (var name : names(drawn)) {
            var page = MAP.resolve(name);
            if (!Files.exists(page) || !words(page).equals(words(drawn.resolve(name)))) {
                stale.add(name);
                if (Boolean.getBoolean("parley.regenerate")) {
                    Files.copy(drawn.resolve(name), page, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        if (!Boolean.getBoolean("parley.regenerate")) {
            assertThat(stale)
                    .as("docs/modules is stale: run this test with -Dparley.regenerate=true")
                    .isEmpty();
        }
        assertThat(names(MAP)).isEqualTo(names(drawn));
    }

    /** With the list at hand the server need not read its own classes at every start to find the rooms and the order of their migrations. */
    @Test
    void theListOfTheRoomsIsTrue() throws IOException {
        var json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        var listed = json.writeValueAsString(json.readTree(new ApplicationModulesExporter(MODULES).toJson())) + "\n";

        if (Boolean.getBoolean("parley.regenerate") && !words(LIST).equals(words(listed))) {
            Files.writeString(LIST, listed);
        }
        assertThat(words(LIST))
                .as("the list of the rooms is stale: run this test with -Dparley.regenerate=true")
                .isEqualTo(words(listed));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> words(Path file) throws IOException {
        return Files.exists(file) ? words(Files.readString(file)) : List.of();
    }

    private static List<String> words(String text) {
        return Pattern.compile("[\\s|,]+").splitAsStream(text).sorted().toList();
    }

    @Test
    void entitiesAndRepositoriesStayInTheirRoom() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .areAssignableTo(Repository.class)
                .should()
                .bePackagePrivate()
                .check(HOUSE);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .that()
                .resideInAPackage("dev.parley..")
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should(new ArchCondition<JavaClass>("be in a package that is @NullMarked") {
                    @Override
                    public void check(JavaClass checked, ConditionEvents events) {
                        var marked = checked.getPackage()
                                .tryGetPackageInfo()
                                .map(info -> info.isAnnotatedWith(NullMarked.class))
                                .orElse(false);
                        if (!marked) {
                            events.add(SimpleConditionEvent.violated(
                                    checked, checked.getPackageName() + " is not @NullMarked"));
                        }
                    }
                })
                .check(HOUSE);
    }

    @Test
    void timeComesOnlyFromTheClock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.parley.gateway.GatewayConfiguration") // makes the clock
                .and()
                .doNotHaveFullyQualifiedName("dev.parley.gateway.demo.TravellingClock") // is a clock
                .should()
                .callMethodWhere(readsTheSystemsTime())
                .because("a rule that asks the system for the time cannot be tested; inject the Clock")
                .check(HOUSE);
    }

    @Test
    void nothingIsAHelper() {
        noClasses()
                .that()
                .resideInAPackage("dev.parley..")
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .check(HOUSE);
    }

    private static DescribedPredicate<JavaCall<?>> readsTheSystemsTime() {
        return describe("reads the time of the system", call -> {
            var owner = call.getTarget().getOwner();
            var name = call.getTarget().getName();
            var bare = call.getTarget().getRawParameterTypes().isEmpty();
            return switch (name) {
                case "now" ->
                    (bare
                                    || call.getTarget()
                                            .getRawParameterTypes()
                                            .getFirst()
                                            .getName()
                                            .equals("java.time.ZoneId"))
                            && Set.of(
                                            Instant.class,
                                            LocalDate.class,
                                            LocalDateTime.class,
                                            OffsetDateTime.class,
                                            ZonedDateTime.class)
                                    .stream()
                                    .anyMatch(owner::isEquivalentTo);
                case "systemUTC", "systemDefaultZone", "system" -> owner.isEquivalentTo(Clock.class);
                case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
                default -> false;
            };
        });
    }
}
