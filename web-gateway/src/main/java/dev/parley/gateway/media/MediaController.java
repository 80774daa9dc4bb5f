package dev.parley.gateway.media;

import dev.parley.gateway.PictureView;
import dev.parley.gateway.problem.FieldProblem;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.kernel.MediaId;
import dev.parley.media.Media;
import dev.parley.media.MediaKind;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
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

/** Uploading pictures, videos, audio and files, and giving them back. */
@RestController
@RequestMapping("/api/v1/media")
@Tag(name = "Media", description = "Uploading pictures, videos, audio and files, and giving them back.")
class MediaController {
    private static final int LONGEST_DESCRIPTION = 500;

    private final MediaStore media;

    MediaController(MediaStore media) {
        this.media = media;
    }

    /** A stored upload. */
    @Schema(name = "Media")
    record MediaView(
            UUID id,

            @Schema(allowableValues = {"image", "video", "audio", "voice", "file"})
            String kind,

            String url,

            @Schema(description = "the address itself where it is no picture")
            String thumbnailUrl,

            @Schema(description = "0 where it is nothing to look at")
            int widthPx,

            @Schema(description = "0 where it is nothing to look at")
            int heightPx,

            long bytes,
            @Schema(example = "#c08040") String placeholderColor,

            @Schema(description = "found from the content", example = "image/jpeg")
            String contentType,

            @Nullable String name,

            @Schema(description = "null where it does not play, or does not say how long") @Nullable
            Long durationMs) {
        static MediaView of(Media media) {
            return new MediaView(
                    media.id().value(),
                    media.kind().code(),
                    PictureView.url(media.id()),
                    media.kind() == MediaKind.IMAGE
                            ? PictureView.thumbnailUrl(media.id())
                            : PictureView.url(media.id()),
                    media.widthPx(),
                    media.heightPx(),
                    media.bytes(),
                    media.placeholderColor(),
                    media.contentType(),
                    media.name(),
                    media.durationMs());
        }
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Upload a picture, a video, audio or a file",
            description =
                    "What it is said to be, the content must be: an image (JPEG, PNG, WebP or GIF; at most 10 MB and"
                            + " 40 megapixels; this is the kind when none is said), a video (MP4 or WebM; at most 25 MB), audio or"
                            + " voice (MP3, M4A, Ogg, WAV or WebM; at most 10 MB), or a file (anything; at most 25 MB), which is"
                            + " only ever given back to be kept. The picture of somebody must be an image.")
    MediaView upload(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam MultipartFile file,
            @Schema(allowableValues = {"message", "picture", "push"}) @RequestParam String purpose,
            @Schema(allowableValues = {"image", "video", "audio", "voice", "file"})
                    @RequestParam(required = false)
                    @Nullable
                    String kind,
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
        var upload = new NewMedia(
                me.user(), purpose(purpose), kind(kind), file.getOriginalFilename(), description, file.getBytes());
        return switch (media.store(upload)) {
            case Stored(var stored) -> MediaView.of(stored);
            case Refused(var refusal) -> throw Problem.of(refusal);
        };
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Get an upload",
            description =
                    "Never changes. Pictures of people and accounts are public, others need a session. Parts can be"
                            + " asked for with the header Range. A file comes as an attachment.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @Nullable
    ResponseEntity<Resource> content(
            @AuthenticationPrincipal @Nullable SignedIn me, @PathVariable MediaId id, WebRequest request) {
        var found = readable(me, media.find(id), id);
        var tag = "\"" + id + "\"";
        return request.checkNotModified(tag)
                ? null
                : answer(found, tag, found.contentType(), new StoredBytes(media, found));
    }

    @GetMapping("/{id}/thumbnail")
    @Operation(
            summary = "Get a picture made small",
            description = "Its longer side has at most 480 pixels. Never changes.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")))
    @Nullable
    ResponseEntity<Resource> thumbnail(
            @AuthenticationPrincipal @Nullable SignedIn me, @PathVariable MediaId id, WebRequest request) {
        var found = readable(me, media.find(id).filter(it -> it.kind() == MediaKind.IMAGE), id);
        var tag = "\"" + id + "-s\"";
        if (request.checkNotModified(tag)) {
            return null;
        }
        var small = media.thumbnail(id).orElseThrow(() -> unknown(id));
        return answer(found, tag, small.contentType(), new ByteArrayResource(small.bytes()));
    }

    private static Media readable(@Nullable SignedIn me, Optional<Media> found, MediaId id) {
        if (me == null && found.filter(MediaController::isPublic).isEmpty()) {
            throw Problem.UNAUTHENTICATED.because("Log in first.");
        }
        return found.orElseThrow(() -> unknown(id));
    }

    private static ResponseEntity<Resource> answer(Media media, String tag, String type, Resource bytes) {
        var forever = CacheControl.maxAge(Duration.ofDays(365)).immutable();
        var kept = media.kind() == MediaKind.FILE;
        var name = media.name();
        var disposition = kept ? ContentDisposition.attachment() : ContentDisposition.inline();
        if (kept && name != null) {
            disposition.filename(name, StandardCharsets.UTF_8);
        }
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(isPublic(media) ? forever.cachePublic() : forever.cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.build().toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .contentType(kept ? MediaType.APPLICATION_OCTET_STREAM : MediaType.parseMediaType(type))
                .body(bytes);
    }

    private static boolean isPublic(Media media) {
        return media.purpose() == MediaPurpose.PICTURE;
    }

    private static RuntimeException unknown(MediaId id) {
        return Problem.NOT_FOUND.because("There is no upload " + id + ".");
    }

    private static MediaKind kind(@Nullable String name) {
        if (name == null) {
            return MediaKind.IMAGE;
        }
        for (var kind : MediaKind.values()) {
            if (kind.code().equals(name)) {
                return kind;
            }
        }
        throw Problem.INVALID_REQUEST.because(
                "Some fields are not valid.",
                List.of(new FieldProblem(
                        "kind", "range", name, "image, video, audio, voice, file", "must be one of the kinds")));
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
