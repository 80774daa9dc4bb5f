package dev.parley.gateway.desk;

import dev.parley.desk.TagColour;
import dev.parley.desk.TagId;
import dev.parley.desk.Tags;
import dev.parley.gateway.Items;
import dev.parley.gateway.Outcomes;
import dev.parley.gateway.session.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tags by which a team sorts its conversations. */
@RestController
@RequestMapping("/api/v1/accounts/{id}/desk/tags")
@Tag(name = "Desk", description = "What followers write, for owners and agents.")
class TagController {
    private final Tags tags;
    private final DeskAccess access;

    TagController(Tags tags, DeskAccess access) {
        this.tags = tags;
        this.access = access;
    }

    /** A tag. @param open how many open conversations carry it */
    @Schema(name = "DeskTag", description = "A word by which a team sorts its conversations.")
    record TagView(UUID id, String name, TagColour colour, long open) {
        static TagView of(dev.parley.desk.Tag tag) {
            return new TagView(tag.id().value(), tag.name(), tag.colour(), tag.open());
        }
    }

    /** Body of a tag. */
    @Schema(name = "NewDeskTag")
    record NewTag(
            @Schema(minLength = 1, maxLength = 30, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String name,

            @Nullable TagColour colour) {
        TagColour colourOrUsual() {
            return colour == null ? TagColour.GREY : colour;
        }

        String nameOrNothing() {
            return name == null ? "" : name;
        }
    }

    @GetMapping
    @Operation(summary = "List the tags", description = "By name.")
    Items<TagView> list(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        return new Items<>(
                tags.of(access.answering(me, id)).stream().map(TagView::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a tag", description = "An account has at most 100; names differ, whatever their case.")
    TagView create(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody NewTag body) {
        var account = access.answering(me, id);
        return TagView.of(Outcomes.value(tags.create(account, me.user(), body.nameOrNothing(), body.colourOrUsual())));
    }

    @PutMapping("/{tag}")
    @Operation(summary = "Rename or recolour a tag", description = "Conversations keep it.")
    TagView change(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID tag,
            @RequestBody NewTag body) {
        var account = access.answering(me, id);
        return TagView.of(Outcomes.value(
                tags.change(account, me.user(), new TagId(tag), body.nameOrNothing(), body.colourOrUsual())));
    }

    @DeleteMapping("/{tag}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take a tag away",
            description = "From all conversations, too; owners only. Repeated: same answer.")
    void remove(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @PathVariable UUID tag) {
        tags.remove(access.owned(me, id), me.user(), new TagId(tag));
    }
}
