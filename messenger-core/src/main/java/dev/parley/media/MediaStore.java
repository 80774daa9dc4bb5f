package dev.parley.media;

import static java.util.stream.Collectors.toMap;

import dev.parley.kernel.MediaId;
import dev.parley.kernel.PlainText;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.media.Inspection.Picture;
import dev.parley.media.Inspection.Recording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Uploads (table {@code media}): written once, never changed. */
@Service
public class MediaStore {
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final int LONGEST_NAME = 255;
    private static final String NO_COLOR = "#808080";
    private static final String KNOWN =
            "id, owner_id, purpose, kind, content_type, name, width_px, height_px, duration_ms, bytes, placeholder_color,"
                    + " description, created_at";

    private final JdbcClient jdbc;
    private final Inspector inspector;
    private final Recordings recordings;
    private final Clock clock;

    MediaStore(JdbcClient jdbc, Inspector inspector, Recordings recordings, Clock clock) {
        this.jdbc = jdbc;
        this.inspector = inspector;
        this.recordings = recordings;
        this.clock = clock;
    }

    /**
     * Checks and stores an upload; a repetition stores it again under a new id. What a camera noted in a picture (such as the place) is
     * removed first, except which way is up. Everything else is kept as it came.
     */
    public StoreOutcome store(NewMedia upload) {
        var description = PlainText.line(upload.description());
        var length = PlainText.length(description);
        if (length > LONGEST_DESCRIPTION) {
            return new StoreOutcome.Refused(Refusal.beyond(
                    "invalid-request",
                    "description.length",
                    Integer.toString(length),
                    Integer.toString(LONGEST_DESCRIPTION),
                    "A description has at most 1,000 characters."));
        }
        if (upload.purpose() == MediaPurpose.PICTURE && upload.kind() != MediaKind.IMAGE) {
            return new StoreOutcome.Refused(Refusal.beyond(
                    "invalid-request",
                    "media.kind",
                    upload.kind().code(),
                    MediaKind.IMAGE.code(),
                    "Only a picture is the picture of somebody."));
        }
        var inspection = upload.kind() == MediaKind.IMAGE
                ? inspector.inspect(upload.content())
                : recordings.inspect(upload.kind(), upload.content());
        return switch (inspection) {
            case Inspection.Refused(var refusal) -> new StoreOutcome.Refused(refusal);
            case Picture picture -> new StoreOutcome.Stored(insert(upload, description, picture));
            case Recording recording -> new StoreOutcome.Stored(insert(upload, description, recording));
        };
    }

    /** What is known about an upload. */
    public Optional<Media> find(MediaId id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** What is known about several uploads; unknown ids are left out. */
    public Map<MediaId, Media> find(Collection<MediaId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select " + KNOWN + " from media where id = any(:ids)")
                .param("ids", ids.stream().map(MediaId::value).distinct().toArray(UUID[]::new))
                .query(MediaStore::media)
                .list()
                .stream()
                .collect(toMap(Media::id, Function.identity()));
    }

    /** The picture as it was uploaded. */
    public Optional<MediaContent> content(MediaId id) {
        return read("select purpose, content_type as type, content as bytes from media where id = :id", id);
    }

    /** The picture made small: its longer side has at most 480 pixels. */
    public Optional<MediaContent> thumbnail(MediaId id) {
        return read(
                "select purpose, thumbnail_type as type, thumbnail as bytes from media where id = :id and thumbnail is not null",
                id);
    }

    private Optional<MediaContent> read(String sql, MediaId id) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .query((row, number) -> new MediaContent(purpose(row), row.getString("type"), row.getBytes("bytes")))
                .optional();
    }

    /** Part of the bytes of an upload. @param from the first of them, 0 is the first of all @param length at most so many */
    public byte[] part(MediaId id, long from, int length) {
        return jdbc.sql("select substring(content from :first for :length) from media where id = :id")
                .param("first", Math.toIntExact(from + 1))
                .param("length", length)
                .param("id", id.value())
                .query(byte[].class)
                .optional()
                .orElseGet(() -> new byte[0]);
    }

    private Media insert(NewMedia upload, String description, Picture picture) {
        return insert(
                described(
                        upload,
                        description,
                        new Recording(picture.type().contentType(), picture.widthPx(), picture.heightPx(), null),
                        picture.content().length,
                        picture.placeholderColor()),
                picture.content(),
                picture.thumbnailType(),
                picture.thumbnail());
    }

    private Media insert(NewMedia upload, String description, Recording recording) {
        return insert(
                described(upload, description, recording, upload.content().length, NO_COLOR),
                upload.content(),
                null,
                null);
    }

    private Media described(NewMedia upload, String description, Recording found, long bytes, String color) {
        var name = upload.kind() == MediaKind.IMAGE ? "" : PlainText.upTo(LONGEST_NAME, PlainText.line(upload.name()));
        return new Media(
                MediaId.next(),
                upload.owner(),
                upload.purpose(),
                upload.kind(),
                found.contentType(),
                name.isEmpty() ? null : name,
                found.widthPx(),
                found.heightPx(),
                found.durationMs(),
                bytes,
                color,
                description.isEmpty() ? null : description,
                clock.instant().truncatedTo(ChronoUnit.MICROS)); // as exact as PostgreSQL keeps it
    }

    private Media insert(Media media, byte[] content, @Nullable String thumbnailType, byte @Nullable [] thumbnail) {
        jdbc.sql("""
                        insert into media (id, owner_id, purpose, kind, content_type, name, width_px, height_px, duration_ms, bytes,
                            placeholder_color, description, content, thumbnail_type, thumbnail, created_at)
                        values (:id, :owner, :purpose, :kind, :contentType, :name, :widthPx, :heightPx, :durationMs, :bytes,
                            :placeholderColor, :description, :content, :thumbnailType, :thumbnail, :createdAt)""")
                .param("id", media.id().value())
                .param("owner", media.owner().value())
                .param("purpose", media.purpose().name().toLowerCase(Locale.ROOT))
                .param("kind", media.kind().code())
                .param("contentType", media.contentType())
                .param("name", media.name())
                .param("widthPx", media.widthPx())
                .param("heightPx", media.heightPx())
                .param("durationMs", media.durationMs())
                .param("bytes", media.bytes())
                .param("placeholderColor", media.placeholderColor())
                .param("description", media.description())
                .param("content", content)
                .param("thumbnailType", thumbnailType)
                .param("thumbnail", thumbnail, Types.BINARY)
                .param("createdAt", media.createdAt().atOffset(ZoneOffset.UTC))
                .update();
        return media;
    }

    private static Media media(ResultSet row, int number) throws SQLException {
        return new Media(
                new MediaId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("owner_id", UUID.class)),
                purpose(row),
                MediaKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("content_type"),
                row.getString("name"),
                row.getInt("width_px"),
                row.getInt("height_px"),
                row.getObject("duration_ms", Long.class),
                row.getLong("bytes"),
                row.getString("placeholder_color"),
                row.getString("description"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static MediaPurpose purpose(ResultSet row) throws SQLException {
        return MediaPurpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT));
    }
}
