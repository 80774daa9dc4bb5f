package dev.parley.e2e.bench;

import dev.parley.e2e.Api;
import dev.parley.e2e.bench.Figure.Goal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;

/** What a first visit loads as JavaScript, packed: the page's entry and everything that it imports at once. */
final class WebClientSize implements Scenario {
    static final String NAME = "web";

    @Override
    public void run(Systems systems, Options options, Findings findings) throws IOException {
        var dist = List.of(Path.of("../web-gateway/webapp/dist"), Path.of("web-gateway/webapp/dist")).stream()
                .filter(path -> Files.exists(path.resolve("assets/manifest.json")))
                .findFirst()
                .orElseThrow(() -> new IOException("the web client has not been built"));
        var manifest = Api.JSON.readTree(dist.resolve("assets/manifest.json").toFile());
        var chunks = new HashSet<String>();
        collect(manifest, "index.html", chunks);
        long bytes = 0;
        for (var chunk : chunks) {
            bytes += packed(Files.readAllBytes(dist.resolve(chunk)));
        }
        findings.add(Figure.of(NAME, "initial JavaScript of the client, packed", bytes / 1000.0, "kB")
                .to(Goal.atMost(200)));
    }

    private static void collect(JsonNode manifest, String key, Set<String> chunks) {
        var chunk = manifest.path(key);
        if (chunks.add(chunk.path("file").asString())) {
            chunk.path("imports").forEach(imported -> collect(manifest, imported.asString(), chunks));
        }
    }

    private static int packed(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.size();
    }
}
