package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** What lies in deploy/ can be read, and names only settings that there are. */
class DeployTests {
    private static final Path DEPLOY = Path.of("..", "deploy");
    private static final Pattern SETTING = Pattern.compile("\\bPARLEY_[A-Z0-9_]+|\\bparley\\.[a-z-]+(?:\\.[a-z-]+)+");

    /** Settings that have a name of their own in the environment, besides the one that follows from theirs. */
    private static final Set<String> OWN_NAMES = Set.of("PARLEY_PORT", "PARLEY_DATA_DIR");

    static Stream<Path> files() throws IOException {
        return Files.walk(DEPLOY)
                .filter(Files::isRegularFile)
                .filter(file -> !file.toString().contains("target"))
                .filter(file -> !file.getFileName().toString().equals("pom.xml"));
    }

    static Stream<Path> yamlFiles() throws IOException {
        return files().filter(file -> file.toString().endsWith(".yaml"));
    }

    @ParameterizedTest
    @MethodSource("yamlFiles")
    void everyYamlFileCanBeRead(Path file) throws IOException {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var documents = new ArrayList<Object>();

        new Yaml(new SafeConstructor(options)).loadAll(Files.readString(file)).forEach(documents::add);

        assertThat(documents).isNotEmpty().allMatch(Map.class::isInstance);
        var needed = file.toString().contains("kubernetes")
                ? List.of("apiVersion", "kind", "metadata")
                : List.of("services");
        for (var document : documents) {
            assertThat(keys((Map<?, ?>) document)).containsAll(needed);
        }
    }

    private static List<String> keys(Map<?, ?> document) {
        return document.keySet().stream().map(String::valueOf).toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everySettingThatIsNamedExists(Path file) throws IOException {
        var unknown = new TreeSet<String>();
        var known = known();
        SETTING.matcher(Files.readString(file))
                .results()
                .map(found -> found.group())
                .forEach(name -> {
                    if (!known.contains(name) && !OWN_NAMES.contains(name)) {
                        unknown.add(name);
                    }
                });

        assertThat(unknown).isEmpty();
    }

    @Test
    void theClusterFilesNameWhatNodesNeed() throws IOException {
        for (var file : List.of("cluster.compose.yaml", "kubernetes/parley.yaml")) {
            assertThat(Files.readString(DEPLOY.resolve(file)))
                    .contains(
                            "PARLEY_DATABASE_URL",
                            "PARLEY_DATABASE_PASSWORD",
                            "PARLEY_NATS_URL",
                            "PARLEY_SOCKET_DRAIN");
        }
    }

    private static Set<String> known() throws IOException {
        var names = new TreeSet<String>();
        for (var file : Collections.list(
                DeployTests.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            try (var content = file.openStream()) {
                JsonMapper.shared()
                        .readTree(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                        .path("properties")
                        .forEach(property -> names.add(property.path("name").asString()));
            }
        }
        return names.stream()
                .filter(name -> name.startsWith("parley."))
                .flatMap(name -> Stream.of(
                        name, name.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_')))
                .collect(Collectors.toSet());
    }
}
