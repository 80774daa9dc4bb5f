package dev.parley.draft;

import dev.parley.conversation.LayoutElement;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The rules of free layouts. */
final class LayoutCheck {
    private static final Pattern RATIO = Pattern.compile("([1-9][0-9]{0,4}):([1-9][0-9]{0,4})");

    private final Findings findings;
    private final Uploads uploads;
    private final ActionCheck actions;
    private final JsonMapper json;
    private int elements;

    LayoutCheck(Findings findings, Uploads uploads, ActionCheck actions, JsonMapper json) {
        this.findings = findings;
        this.uploads = uploads;
        this.actions = actions;
        this.json = json;
    }

    @Nullable
    LayoutElement check(String field, @Nullable NewLayoutElement root) {
        elements = 0;
        var checked = switch (root) {
            case null -> {
                findings.missing(field);
                yield null;
            }
            case NewLayoutElement.Bubbles bubbles ->
                new LayoutElement.Bubbles(findings.entries(
                        field + ".bubbles", bubbles.bubbles(), 1, Limit.LAYOUT_BUBBLES, this::bubbleOnly));
            case NewLayoutElement.Bubble bubble -> bubble(field, bubble);
            case NewLayoutElement.Box box -> element(field, box, 1);
            default -> {
                findings.refuse(field, "root", null, "box, bubble, bubbles", "A layout begins with a box or bubbles.");
                yield null;
            }
        };
        if (elements > Limit.LAYOUT_ELEMENTS.most()) {
            findings.tooMany(field, elements, Limit.LAYOUT_ELEMENTS);
            return null;
        }
        if (checked != null && findings.refusals().isEmpty()) {
            var bytes = json.writerFor(LayoutElement.class).writeValueAsBytes(checked).length;
            if (bytes > Limit.LAYOUT_BYTES.most()) {
                findings.refuse(
                        field,
                        "bytes",
                        Integer.toString(bytes),
                        Integer.toString(Limit.LAYOUT_BYTES.most()),
                        "A layout has at most 30 kB.");
            }
        }
        return checked;
    }

    private @Nullable LayoutElement bubbleOnly(String field, NewLayoutElement given) {
        if (given instanceof NewLayoutElement.Bubble bubble) {
            return bubble(field, bubble);
        }
        findings.refuse(field, "root", null, "bubble", "Only bubbles stand beside each other here.");
        return null;
    }

    private LayoutElement bubble(String field, NewLayoutElement.Bubble bubble) {
        elements++;
        if (bubble.header() == null && bubble.hero() == null && bubble.body() == null && bubble.footer() == null) {
            findings.missing(field + ".body");
        }
        return new LayoutElement.Bubble(
                bubble.size(),
                part(field + ".header", bubble.header(), false),
                part(field + ".hero", bubble.hero(), true),
                part(field + ".body", bubble.body(), false),
                part(field + ".footer", bubble.footer(), false));
    }

    private @Nullable LayoutElement part(String field, @Nullable NewLayoutElement given, boolean mayBePicture) {
        if (given == null) {
            return null;
        }
        if (given instanceof NewLayoutElement.Box || (mayBePicture && given instanceof NewLayoutElement.Image)) {
            return element(field, given, 1);
        }
        findings.refuse(
                field, "root", null, mayBePicture ? "box, image" : "box", "This part of a bubble must be a box.");
        return null;
    }

    private @Nullable LayoutElement element(String field, NewLayoutElement given, int depth) {
        elements++;
        if (elements > Limit.LAYOUT_ELEMENTS.most() + 1) {
            return null; // it will be refused, and need not be looked through
        }
        return switch (given) {
            case NewLayoutElement.Text text ->
                new LayoutElement.Text(
                        findings.words(field + ".text", text.text(), Limit.LAYOUT_TEXT),
                        text.size(),
                        text.weight(),
                        findings.color(field + ".color", text.color()),
                        text.align(),
                        text.wrap(),
                        text.margin(),
                        flex(field, text.flex()),
                        action(field, text.action()));
            case NewLayoutElement.Image image -> image(field, image);
            case NewLayoutElement.Button button -> {
                var action = actions.check(field + ".action", button.action());
                var color = findings.color(field + ".color", button.color());
                var flex = flex(field, button.flex());
                yield action == null
                        ? null
                        : new LayoutElement.Button(action, button.style(), color, button.margin(), flex);
            }
            case NewLayoutElement.Separator separator ->
                new LayoutElement.Separator(separator.margin(), findings.color(field + ".color", separator.color()));
            case NewLayoutElement.Filler filler -> new LayoutElement.Filler(flex(field, filler.flex()));
            case NewLayoutElement.Icon icon -> {
                var picture = uploads.decoration(field, icon.media(), icon.description());
                yield picture == null ? null : new LayoutElement.Icon(picture, icon.size(), icon.margin());
            }
            case NewLayoutElement.Box box -> box(field, box, depth);
            case NewLayoutElement.Bubble _, NewLayoutElement.Bubbles _ -> {
                findings.refuse(field, "root", null, null, "Bubbles stand at the root only.");
                yield null;
            }
        };
    }

    private @Nullable LayoutElement image(String field, NewLayoutElement.Image image) {
        var picture = uploads.decoration(field, image.media(), image.description());
        var ratio = ratio(field + ".ratio", image.ratio());
        var flex = flex(field, image.flex());
        var action = action(field, image.action());
        return picture == null
                ? null
                : new LayoutElement.Image(
                        picture, image.size(), ratio, image.fit(), image.align(), image.margin(), flex, action);
    }

    private @Nullable LayoutElement box(String field, NewLayoutElement.Box box, int depth) {
        if (depth > Limit.LAYOUT_DEPTH.most()) {
            findings.refuse(
                    field,
                    "depth",
                    Integer.toString(depth),
                    Integer.toString(Limit.LAYOUT_DEPTH.most()),
                    "Boxes stand in each other at most " + Limit.LAYOUT_DEPTH.most() + " deep.");
            return null;
        }
        var layout = findings.given(field + ".layout", box.layout());
        var contents = findings.<NewLayoutElement, LayoutElement>entries(
                field + ".contents",
                box.contents(),
                0,
                Limit.LAYOUT_CONTENTS,
                (at, inside) -> element(at, inside, depth + 1));
        var border = box.border();
        var line = border == null
                ? null
                : new LayoutElement.Border(border.width(), findings.color(field + ".border.color", border.color()));
        var background = findings.color(field + ".background", box.background());
        var flex = flex(field, box.flex());
        var action = action(field, box.action());
        return layout == null
                ? null
                : new LayoutElement.Box(
                        layout,
                        contents,
                        box.spacing(),
                        box.margin(),
                        box.padding(),
                        background,
                        line,
                        box.radius(),
                        flex,
                        box.justify(),
                        box.align(),
                        action);
    }

    private @Nullable Integer flex(String field, @Nullable Integer given) {
        return findings.number(field + ".flex", given, 0, Limit.LAYOUT_FLEX);
    }

    private dev.parley.conversation.@Nullable MessageAction action(String field, @Nullable NewMessageAction given) {
        return given == null ? null : actions.check(field + ".action", given);
    }

    private @Nullable String ratio(String field, @Nullable String given) {
        if (given == null) {
            return null;
        }
        var sides = RATIO.matcher(given);
        if (!sides.matches()
                || Integer.parseInt(sides.group(1)) > Limit.LAYOUT_RATIO.most()
                || Integer.parseInt(sides.group(2)) > Limit.LAYOUT_RATIO.most()) {
            findings.refuse(
                    field,
                    "ratio",
                    Findings.shown(given),
                    "1:1 .. " + Limit.LAYOUT_RATIO.most() + ":1",
                    "A ratio is width to height, such as 20:13.");
            return null;
        }
        return given;
    }
}
