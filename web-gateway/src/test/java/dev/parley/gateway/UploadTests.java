package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ParleyApplication;
import dev.parley.gateway.SmallWorld.Who;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** What is uploaded is what it is found to be, and comes back so that no browser runs it. */
@SpringBootTest(
        classes = ParleyApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "parley.rate-limits.enabled=false")
@Import(SmallWorld.class)
class UploadTests {
    private final SmallWorld world;
    private final JsonMapper json;

    @Autowired
    UploadTests(SmallWorld world, JsonMapper json) {
        this.world = world;
        this.json = json;
    }

    @Test
    void aFileComesBackToBeKeptWholeOrInPartsAndIsNeverShown() throws Exception {
        var stored = upload("file", "message", "<html><script>alert(1)</script></html>");
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
        var file = json.readTree(stored.body());
        assertThat(file.path("kind").asString()).isEqualTo("file");
        assertThat(file.path("contentType").asString()).isEqualTo("text/html");
        var url = file.path("url").asString();

        var whole = world.ask(Who.USER, "GET", url, null);
        var part = world.ask(Who.USER, "GET", url, null, "Range", "bytes=6-12");
        var beyond = world.ask(Who.USER, "GET", url, null, "Range", "bytes=900-");

        assertThat(whole.body()).isEqualTo("<html><script>alert(1)</script></html>");
        assertThat(whole.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(whole.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(
                        value -> assertThat(value).startsWith("attachment").contains("page.html"));
        assertThat(whole.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(whole.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(value -> assertThat(value).contains("sandbox"));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("<script");
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 6-12/38");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(world.ask(Who.NOBODY, "GET", url, null).statusCode()).isEqualTo(401);
        assertThat(world.ask(Who.USER, "GET", url + "/thumbnail", null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsSaidToBeAVideoMustBeOne() throws Exception {
        var refused = upload("video", "message", "<html></html>");

        assertThat(refused.statusCode()).isEqualTo(415);
        var problem = json.readTree(refused.body());
        assertThat(problem.path("rule").asString()).isEqualTo("media.type");
        assertThat(problem.path("value").asString()).isEqualTo("text/html");
        assertThat(problem.path("limit").asString()).isEqualTo("video/mp4, video/webm");
    }

    @Test
    void onlyAPictureIsThePictureOfSomebody() throws Exception {
        assertThat(upload("file", "picture", "words").statusCode()).isEqualTo(400);
        assertThat(upload("song", "message", "words").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> upload(String kind, String purpose, String content) throws Exception {
        var body = """
                --x\r
                Content-Disposition: form-data; name="purpose"\r
                \r
                %s\r
                --x\r
                Content-Disposition: form-data; name="kind"\r
                \r
                %s\r
                --x\r
                Content-Disposition: form-data; name="file"; filename="page.html"\r
                Content-Type: video/mp4\r
                \r
                %s\r
                --x--\r
                """.formatted(purpose, kind, content);
        return world.ask(Who.USER, "POST", "/api/v1/media", body, "Content-Type", "multipart/form-data; boundary=x");
    }
}
