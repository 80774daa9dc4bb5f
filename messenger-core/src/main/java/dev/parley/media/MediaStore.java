package dev.parley.media;

import static java.util.stream.Collectors.toMap;

import dev.parley.kernel.MediaId;
import dev.parley.kernel.PlainText;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.media.Inspection.Picture;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Uploaded pictures (table {@code media}): written once, never changed. */
@Service
public class MediaStore {
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final String KNOWN =
            "id, owner_id, purpose, content_type, width_px, height_px, bytes, placeholder_color, description, created_at";

    private final JdbcClient jdbc;
    private final Inspector inspector;
    private final Clock clock;

    MediaStore(JdbcClient jdbc, Inspector inspector, Clock clock) {
        this.jdbc = jdbc;
        this.inspector = inspector;
        this.clock = clock;
    }

    /**
     * Checks and stores a picture; a repetition stores it again under a new id. What a camera noted in it (such as the place) is removed first, except
     * which way is up.
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
        return switch (inspector.inspect(upload.content())) {
            case Inspection.Refused(var refusal) -> new StoreOutcome.Refused(refusal);
            case Picture picture -> new StoreOutcome.Stored(insert(upload, description, picture));
        };
    }

    /** What is known about a picture. */
    public Optional<Media> find(MediaId id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** What is known about several pictures; unknown ids are left out. */
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
        return read("select purpose, thumbnail_type as type, thumbnail as bytes from media where id = :id", id);
    }

    private Optional<MediaContent> read(String sql, MediaId id) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .query((row, number) -> new MediaContent(purpose(row), row.getString("type"), row.getBytes("bytes")))
                .optional();
    }

    private Media insert(NewMedia upload, String description, Picture picture) {
        var media = new Media(
                MediaId.next(),
                upload.owner(),
                upload.purpose(),
                picture.type().contentType(),
                picture.widthPx(),
                picture.heightPx(),
                picture.content().length,
                picture.placeholderColor(),
                description.isEmpty() ? null : description,
                clock.instant().truncatedTo(ChronoUnit.MICROS)); // as exact as PostgreSQL keeps it
        jdbc.sql("""
                        insert into media (id, owner_id, purpose, content_type, width_px, height_px, bytes, placeholder_color, description,
                            content, thumbnail_type, thumbnail, created_at)
                        values (:id, :owner, :purpose, :contentType, :widthPx, :heightPx, :bytes, :placeholderColor, :description,
                            :content, :thumbnailType, :thumbnail, :createdAt)""")
                .param("id", media.id().value())
                .param("owner", media.owner().value())
                .param("purpose", media.purpose().name().toLowerCase(Locale.ROOT))
                .param("contentType", media.contentType())
                .param("widthPx", media.widthPx())
                .param("heightPx", media.heightPx())
                .param("bytes", media.bytes())
                .param("placeholderColor", media.placeholderColor())
                .param("description", media.description())
                .param("content", picture.content())
                .param("thumbnailType", picture.thumbnailType())
                .param("thumbnail", picture.thumbnail())
                .param("createdAt", media.createdAt().atOffset(ZoneOffset.UTC))
                .update();
        return media;
    }

    private static Media media(ResultSet row, int number) throws SQLException {
        return new Media(
                new MediaId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("owner_id", UUID.class)),
                purpose(row),
                row.getString("content_type"),
                row.getInt("width_px"),
                row.getInt("height_px"),
                row.getLong("bytes"),
                row.getString("placeholder_color"),
                row.getString("description"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static MediaPurpose purpose(ResultSet row) throws SQLException {
        return MediaPurpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT));
    }
}
