package dev.parley.gateway.media;

import dev.parley.gateway.PictureView;
import dev.parley.gateway.problem.FieldProblem;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.kernel.MediaId;
import dev.parley.media.Media;
import dev.parley.media.MediaContent;
import dev.parley.media.MediaPurpose;
import dev.parley.media.MediaStore;
import dev.parley.media.NewMedia;
import dev.parley.media.StoreOutcome.Refused;
import dev.parley.media.StoreOutcome.Stored;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartFile;

/** Uploading pictures and giving them back. */
@RestController
@RequestMapping("/api/v1/media")
@Tag(name = "Media", description = "Uploading pictures and giving them back.")
class MediaController {
    private static final int LONGEST_DESCRIPTION = 500;

    private final MediaStore media;

    MediaController(MediaStore media) {
        this.media = media;
    }

    /** A stored picture. */
    @Schema(name = "Media")
    record MediaView(
            UUID id,
            @Schema(allowableValues = "image") String kind,
            String url,
            String thumbnailUrl,
            int widthPx,
            int heightPx,
            long bytes,
            @Schema(example = "#c08040") String placeholderColor) {
        static MediaView of(Media media) {
            return new MediaView(
                    media.id().value(),
                    "image",
                    PictureView.url(media.id()),
                    PictureView.thumbnailUrl(media.id()),
                    media.widthPx(),
                    media.heightPx(),
                    media.bytes(),
                    media.placeholderColor());
        }
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Upload a picture",
            description = "JPEG, PNG, WebP or GIF, found by content and not by name; at most 10 MB and 40 megapixels.")
    MediaView upload(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam MultipartFile file,
            @Schema(allowableValues = {"message", "picture", "push"}) @RequestParam String purpose,
            @RequestParam(required = false) @Nullable String description)
            throws IOException {
        if (description != null && description.length() > LONGEST_DESCRIPTION) {
            throw Problem.INVALID_REQUEST.because(
                    "Some fields are not valid.",
                    List.of(new FieldProblem(
                            "description",
                            "length",
                            String.valueOf(description.length()),
                            String.valueOf(LONGEST_DESCRIPTION),
                            "must be at most 500 characters")));
        }
        var upload = new NewMedia(me.user(), purpose(purpose), description, file.getBytes());
        return switch (media.store(upload)) {
            case Stored(var stored) -> MediaView.of(stored);
            case Refused(var refusal) -> throw Problem.of(refusal);
        };
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Get a picture",
            description = "Never changes. Pictures of people and accounts are public, others need a session.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")))
    @Nullable
    ResponseEntity<byte[]> content(
            @AuthenticationPrincipal @Nullable SignedIn me, @PathVariable MediaId id, WebRequest request) {
        return bytes(me, id, request, "\"" + id + "\"", media.content(id));
    }

    @GetMapping("/{id}/thumbnail")
    @Operation(
            summary = "Get a picture made small",
            description = "Its longer side has at most 480 pixels. Never changes.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")))
    @Nullable
    ResponseEntity<byte[]> thumbnail(
            @AuthenticationPrincipal @Nullable SignedIn me, @PathVariable MediaId id, WebRequest request) {
        return bytes(me, id, request, "\"" + id + "-s\"", media.thumbnail(id));
    }

    private static @Nullable ResponseEntity<byte[]> bytes(
            @Nullable SignedIn me, MediaId id, WebRequest request, String tag, Optional<MediaContent> found) {
        var content = found.orElseThrow(() -> me == null
                ? Problem.UNAUTHENTICATED.because("Log in first.")
                : Problem.NOT_FOUND.because("There is no picture " + id + "."));
        var isPublic = content.purpose() == MediaPurpose.PICTURE;
        if (!isPublic && me == null) {
            throw Problem.UNAUTHENTICATED.because("Log in first.");
        }
        if (request.checkNotModified(tag)) {
            return null;
        }
        var forever = CacheControl.maxAge(Duration.ofDays(365)).immutable();
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(isPublic ? forever.cachePublic() : forever.cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .contentType(MediaType.parseMediaType(content.contentType()))
                .body(content.bytes());
    }

    private static MediaPurpose purpose(String name) {
        for (var purpose : MediaPurpose.values()) {
            if (purpose.name().equalsIgnoreCase(name)) {
                return purpose;
            }
        }
        throw Problem.INVALID_REQUEST.because(
                "Some fields are not valid.",
                List.of(new FieldProblem(
                        "purpose", "range", name, "message, picture, push", "must be one of the purposes")));
    }
}
