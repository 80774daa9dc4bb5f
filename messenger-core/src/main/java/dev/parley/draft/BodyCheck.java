package dev.parley.draft;

import dev.parley.conversation.MessageBody;
import dev.parley.conversation.QuickReply;
import dev.parley.conversation.Sticker;
import dev.parley.draft.Speaker.Side;
import dev.parley.media.Media;
import dev.parley.media.MediaKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One draft on its way through the rules. */
final class BodyCheck {
    private static final Set<String> PEOPLE = Set.of(
            "text", "image", "video", "audio", "voice", "file", "location", "sticker", "postback", "pick", "answers");
    private static final Set<String> ACTS = Set.of("postback", "pick", "answers");

    private final Findings findings;
    private final Speaker speaker;
    private final Uploads uploads;
    private final ActionCheck actions;
    private final LayoutCheck layouts;
    private final FormCheck forms;
    private final ActCheck acts;

    BodyCheck(
            Findings findings,
            Speaker speaker,
            Uploads uploads,
            ActionCheck actions,
            LayoutCheck layouts,
            FormCheck forms,
            ActCheck acts) {
        this.findings = findings;
        this.speaker = speaker;
        this.uploads = uploads;
        this.actions = actions;
        this.layouts = layouts;
        this.forms = forms;
        this.acts = acts;
    }

    @Nullable
    MessageBody check(String field, NewMessageBody draft) {
        return maySay(field, draft) ? body(field, draft) : null;
    }

    private boolean maySay(String field, NewMessageBody draft) {
        var kind = Kinds.code(draft.getClass());
        var allowed = switch (speaker.side()) {
            case PERSON -> PEOPLE.contains(kind);
            case ACCOUNT -> !ACTS.contains(kind) && !(draft instanceof NewMessageBody.Several);
            case RELEASE -> !ACTS.contains(kind);
        };
        if (!allowed) {
            findings.refuse(
                    field + ".type",
                    "speaker",
                    kind,
                    Kinds.all()
                            .filter(other -> speaker.side() == Side.PERSON
                                    ? PEOPLE.contains(other)
                                    : !ACTS.contains(other)
                                            && (speaker.side() == Side.RELEASE || !other.equals("several")))
                            .collect(Collectors.joining(", ")),
                    speaker.side() == Side.PERSON
                            ? "Only official accounts send messages of this kind."
                            : "An official account does not send messages of this kind here.");
        }
        return allowed;
    }

    private @Nullable MessageBody body(String field, NewMessageBody draft) {
        var replies = quickReplies(field + ".quickReplies", draft.quickReplies());
        return switch (draft) {
            case NewMessageBody.Text text ->
                new MessageBody.Text(
                        findings.words(field + ".text", text.text(), Limit.TEXT), mentions(field, text), replies);
            case NewMessageBody.Image image -> {
                var picture = uploads.picture(field, image.media(), image.description());
                var caption = findings.wordsIfAny(field + ".caption", image.caption(), Limit.CAPTION);
                yield picture == null ? null : new MessageBody.Image(picture, caption, replies);
            }
            case NewMessageBody.Video video -> video(field, video, replies);
            case NewMessageBody.Audio audio -> {
                var found = uploads.find(field + ".media", audio.media(), MediaKind.AUDIO);
                var title = findings.line(field + ".title", audio.title(), Limit.AUDIO_TITLE);
                var durationMs = duration(field, audio.durationMs(), found);
                yield found == null ? null : new MessageBody.Audio(Uploads.file(found), title, durationMs, replies);
            }
            case NewMessageBody.Voice voice -> voice(field, voice, replies);
            case NewMessageBody.File file -> {
                var found = uploads.find(field + ".media", file.media(), MediaKind.FILE);
                var name = findings.line(field + ".name", file.name(), Limit.FILE_NAME);
                yield found == null ? null : new MessageBody.File(Uploads.file(found), name, replies);
            }
            case NewMessageBody.Location place -> location(field, place, replies);
            case NewMessageBody.Stickered given -> {
                var sticker = sticker(field, given);
                yield sticker == null ? null : new MessageBody.Stickered(Sticker.PACK, sticker, replies);
            }
            case NewMessageBody.Article article ->
                new MessageBody.Article(
                        findings.words(field + ".title", article.title(), Limit.ARTICLE_TITLE),
                        findings.words(field + ".summary", article.summary(), Limit.ARTICLE_SUMMARY, false),
                        findings.link(field + ".link", article.link()),
                        uploads.cover(field + ".cover", article.cover()),
                        replies);
            case NewMessageBody.Articles articles ->
                new MessageBody.Articles(
                        findings.entries(field + ".items", articles.items(), 1, Limit.ARTICLES, this::item), replies);
            case NewMessageBody.Card card ->
                new MessageBody.Card(
                        findings.lineIfAny(field + ".title", card.title(), Limit.CARD_TITLE),
                        findings.words(field + ".text", card.text(), Limit.CARD_TEXT),
                        uploads.cover(field + ".cover", card.cover()),
                        findings.entries(field + ".actions", card.actions(), 0, Limit.CARD_ACTIONS, actions::check),
                        replies);
            case NewMessageBody.Carousel carousel ->
                new MessageBody.Carousel(
                        findings.entries(field + ".cards", carousel.cards(), 1, Limit.CARDS, this::card), replies);
            case NewMessageBody.Rows rows -> rows(field, rows, replies);
            case NewMessageBody.Confirm confirm ->
                new MessageBody.Confirm(
                        findings.words(field + ".text", confirm.text(), Limit.CONFIRM_TEXT),
                        findings.entries(
                                field + ".actions",
                                confirm.actions(),
                                Limit.CONFIRM_ACTIONS.most(),
                                Limit.CONFIRM_ACTIONS,
                                actions::check),
                        replies);
            case NewMessageBody.Layout layout -> {
                var alternative = findings.words(field + ".alternative", layout.alternative(), Limit.ALTERNATIVE);
                var root = layouts.check(field + ".root", layout.root());
                yield root == null ? null : new MessageBody.Layout(alternative, root, replies);
            }
            case NewMessageBody.Form form -> form(field, form, replies);
            case NewMessageBody.Several several -> several(field, several);
            case NewMessageBody.Postback postback -> acts.postback(postback);
            case NewMessageBody.Pick pick -> acts.pick(pick);
            case NewMessageBody.Answers answers -> acts.answers(answers);
        };
    }

    private List<QuickReply> quickReplies(String field, @Nullable List<NewMessageBody.@Nullable QuickReply> given) {
        if (given == null || given.isEmpty()) {
            return List.of();
        }
        if (speaker.side() == Side.PERSON) {
            findings.refuse(field, "speaker", null, null, "Only official accounts send quick replies.");
            return List.of();
        }
        return findings.<NewMessageBody.QuickReply, QuickReply>entries(
                field, given, 0, Limit.QUICK_REPLIES, (at, reply) -> {
                    var action = actions.check(at + ".action", reply.action());
                    var icon = reply.icon() == null ? null : icon(at + ".icon", reply.icon());
                    return action == null ? null : new QuickReply(action, icon == null ? null : icon.id());
                });
    }

    private @Nullable Media icon(String field, UUID media) {
        return uploads.find(field, media, MediaKind.IMAGE);
    }

    private List<MessageBody.Mention> mentions(String field, NewMessageBody.Text draft) {
        var text = draft.text() == null ? "" : draft.text();
        var before = new int[] {0};
        return findings.<NewMessageBody.Mention, MessageBody.Mention>entries(
                field + ".mentions", draft.mentions(), 0, Limit.MENTIONS, (at, mention) -> {
                    var start = mention.start() == null ? -1 : mention.start();
                    var length = mention.length() == null ? 0 : mention.length();
                    var handle = mention.handle() == null ? "" : mention.handle();
                    if (start < before[0]
                            || length != handle.length() + 1
                            || start + (long) length > text.length()
                            || !text.substring(start, start + length).equalsIgnoreCase("@" + handle)) {
                        findings.refuse(
                                at,
                                "mention",
                                Integer.toString(start),
                                Integer.toString(text.length()),
                                "A mention is where @ and the handle stand in the text, one behind the other.");
                        return null;
                    }
                    before[0] = start + length;
                    var party = speaker.named().apply(handle.toLowerCase(Locale.ROOT));
                    if (party.isEmpty()) {
                        findings.refuse(
                                at + ".handle",
                                "known",
                                Findings.shown(handle),
                                null,
                                "Nobody can be named by this handle.");
                        return null;
                    }
                    return new MessageBody.Mention(
                            start, length, handle, party.get().id(), party.get().kind());
                });
    }

    private @Nullable MessageBody video(String field, NewMessageBody.Video video, List<QuickReply> replies) {
        var found = uploads.find(field + ".media", video.media(), MediaKind.VIDEO);
        var description = findings.words(
                field + ".description", video.description(), Limit.DESCRIPTION, speaker.side() == Side.RELEASE);
        var caption = findings.wordsIfAny(field + ".caption", video.caption(), Limit.CAPTION);
        var cover = uploads.cover(field + ".cover", video.cover());
        var durationMs = duration(field, video.durationMs(), found);
        var widthPx = findings.number(field + ".widthPx", video.widthPx(), 1, Limit.VIDEO_SIDE);
        var heightPx = findings.number(field + ".heightPx", video.heightPx(), 1, Limit.VIDEO_SIDE);
        if (found == null) {
            return null;
        }
        var measured = found.widthPx() > 0 && found.heightPx() > 0;
        return new MessageBody.Video(
                Uploads.file(found),
                durationMs,
                measured ? Integer.valueOf(found.widthPx()) : widthPx,
                measured ? Integer.valueOf(found.heightPx()) : heightPx,
                description,
                caption,
                cover,
                replies);
    }

    /** What the file says; else what the client has measured. */
    private @Nullable Long duration(String field, @Nullable Long said, @Nullable Media found) {
        if (said != null && (said < 0 || said > Limit.DURATION.most())) {
            findings.refuse(
                    field + ".durationMs",
                    "range",
                    said.toString(),
                    "0.." + Limit.DURATION.most(),
                    "A recording has at most " + Limit.DURATION.most() / 3_600_000 + " hours.");
        }
        return found != null && found.durationMs() != null ? found.durationMs() : said;
    }

    private @Nullable MessageBody voice(String field, NewMessageBody.Voice voice, List<QuickReply> replies) {
        var found = uploads.find(field + ".media", voice.media(), MediaKind.VOICE, MediaKind.AUDIO);
        var durationMs = duration(field, voice.durationMs(), found);
        var wave = findings.<Integer, Integer>entries(
                field + ".wave",
                voice.wave(),
                0,
                Limit.WAVE,
                (at, height) -> findings.number(at, height, 0, Limit.WAVE_HEIGHT));
        return found == null
                ? null
                : new MessageBody.Voice(Uploads.file(found), durationMs == null ? 0 : durationMs, wave, replies);
    }

    private @Nullable MessageBody location(String field, NewMessageBody.Location place, List<QuickReply> replies) {
        var latitude = degrees(field + ".latitude", place.latitude(), 90);
        var longitude = degrees(field + ".longitude", place.longitude(), 180);
        var name = findings.lineIfAny(field + ".name", place.name(), Limit.PLACE_NAME);
        var address = findings.wordsIfAny(field + ".address", place.address(), Limit.PLACE_ADDRESS);
        return latitude == null || longitude == null
                ? null
                : new MessageBody.Location(latitude, longitude, name, address, replies);
    }

    private @Nullable Double degrees(String field, @Nullable Double given, int most) {
        if (given == null || !(Math.abs(given) <= most)) {
            findings.refuse(
                    field,
                    given == null ? "required" : "range",
                    given == null ? null : given.toString(),
                    "-" + most + ".." + most,
                    "This is a number of degrees.");
            return null;
        }
        return Math.rint(given * 1e7) / 1e7 + 0.0; // about a centimetre, and no negative zero
    }

    private @Nullable Sticker sticker(String field, NewMessageBody.Stickered given) {
        if (!Sticker.PACK.equals(given.pack())) {
            findings.refuse(
                    field + ".pack",
                    "known",
                    given.pack() == null ? null : Findings.shown(given.pack()),
                    Sticker.PACK,
                    "There is no such pack of stickers.");
            return null;
        }
        var known = Arrays.stream(Sticker.values())
                .filter(sticker -> sticker.code().equals(given.sticker()))
                .findFirst();
        if (known.isEmpty()) {
            findings.refuse(
                    field + ".sticker",
                    "known",
                    given.sticker() == null ? null : Findings.shown(given.sticker()),
                    Arrays.stream(Sticker.values()).map(Sticker::code).collect(Collectors.joining(", ")),
                    "The pack has no such sticker.");
        }
        return known.orElse(null);
    }

    private MessageBody.ArticleItem item(String field, NewMessageBody.Item item) {
        return new MessageBody.ArticleItem(
                findings.words(field + ".title", item.title(), Limit.ARTICLE_TITLE),
                findings.words(field + ".summary", item.summary(), Limit.ARTICLE_SUMMARY, false),
                findings.link(field + ".link", item.link()),
                uploads.cover(field + ".cover", item.cover()));
    }

    private MessageBody.CarouselCard card(String field, NewMessageBody.CarouselCard card) {
        return new MessageBody.CarouselCard(
                findings.lineIfAny(field + ".title", card.title(), Limit.CARD_TITLE),
                findings.words(field + ".text", card.text(), Limit.CARD_TEXT),
                uploads.cover(field + ".cover", card.cover()),
                findings.entries(field + ".actions", card.actions(), 0, Limit.CARD_ACTIONS, actions::check));
    }

    private MessageBody rows(String field, NewMessageBody.Rows rows, List<QuickReply> replies) {
        var sections = findings.<NewMessageBody.Section, MessageBody.Section>entries(
                field + ".sections",
                rows.sections(),
                1,
                Limit.LIST_SECTIONS,
                (at, section) -> new MessageBody.Section(
                        findings.lineIfAny(at + ".title", section.title(), Limit.SECTION_TITLE),
                        findings.entries(at + ".rows", section.rows(), 1, Limit.LIST_ROWS, this::row)));
        var list = new MessageBody.Rows(
                findings.lineIfAny(field + ".header", rows.header(), Limit.LIST_HEADER),
                findings.words(field + ".text", rows.text(), Limit.LIST_TEXT),
                findings.line(field + ".button", rows.button(), Limit.LIST_BUTTON),
                sections,
                replies);
        var count = (int) list.rows().count();
        if (count > Limit.LIST_ROWS.most()) {
            findings.tooMany(field + ".sections", count, Limit.LIST_ROWS);
        }
        findings.unique(
                field + ".sections", list.rows().map(MessageBody.Row::id).toList());
        return list;
    }

    private MessageBody.Row row(String field, NewMessageBody.Row row) {
        return new MessageBody.Row(
                findings.line(field + ".id", row.id(), Limit.ROW_ID),
                findings.line(field + ".title", row.title(), Limit.ROW_TITLE),
                findings.lineIfAny(field + ".description", row.description(), Limit.ROW_DESCRIPTION));
    }

    private MessageBody form(String field, NewMessageBody.Form form, List<QuickReply> replies) {
        var fields = findings.entries(field + ".fields", form.fields(), 1, Limit.FORM_FIELDS, forms::field);
        findings.unique(field + ".fields", fields.stream().map(one -> one.id()).toList());
        return new MessageBody.Form(
                findings.line(field + ".title", form.title(), Limit.FORM_TITLE),
                findings.wordsIfAny(field + ".text", form.text(), Limit.FORM_TEXT),
                fields,
                findings.line(field + ".submit", form.submit(), Limit.SUBMIT),
                replies);
    }

    private MessageBody several(String field, NewMessageBody.Several several) {
        var bodies = findings.<NewMessageBody, MessageBody>entries(
                field + ".bodies", several.bodies(), 2, Limit.MESSAGES_AT_ONCE, (at, one) -> {
                    if (one instanceof NewMessageBody.Several) {
                        findings.refuse(at + ".type", "kind", "several", null, "Several do not stand in several.");
                        return null;
                    }
                    return check(at, one);
                });
        if (bodies.stream().filter(MessageBody.Form.class::isInstance).count() > 1) {
            findings.refuse(field + ".bodies", "count", "2", "1", "At most one form at once.");
        }
        return new MessageBody.Several(bodies);
    }
}
