package dev.parley.gateway.web;

import dev.parley.gateway.problem.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** The pages of the web app. Each of its three parts finds its own way inside, so every address below it is the same page. */
@Controller
@Hidden
class Pages {
    @GetMapping(
            path = {"/", "/{first:^(?!api$|actuator$|assets$|error$|dashboard$|console$|@)[^.]*$}/**"},
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<Resource> client() {
        return page("static/index.html");
    }

    @GetMapping(
            path = {"/dashboard", "/dashboard/**"},
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<Resource> dashboard() {
        return page("static/dashboard/index.html");
    }

    @GetMapping(
            path = {"/console", "/console/**"},
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<Resource> console() {
        return page("static/console/index.html");
    }

    /** The short address of an official account, as it stands in QR codes. @param from {@code qr} when it does, and passed on */
    @GetMapping("/@{handle}")
    ResponseEntity<Void> account(@PathVariable String handle, @RequestParam(required = false) @Nullable String from) {
        var page = URI.create("/a/" + UriUtils.encodePathSegment(handle, StandardCharsets.UTF_8)
                + ("qr".equals(from) ? "?from=qr" : ""));
        return ResponseEntity.status(HttpStatus.FOUND).location(page).build();
    }

    private static ResponseEntity<Resource> page(String path) {
        var page = new ClassPathResource(path);
        if (!page.exists()) {
            throw Problem.NOT_FOUND.because("This server was built without the web app.");
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.TEXT_HTML)
                .body(page);
    }
}
