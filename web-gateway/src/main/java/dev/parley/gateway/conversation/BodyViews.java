package dev.parley.gateway.conversation;

import dev.parley.conversation.FormField;
import dev.parley.conversation.MessageBody;
import dev.parley.conversation.QuickReply;
import dev.parley.gateway.PictureView;
import dev.parley.gateway.conversation.BodyView.AnswerView;
import dev.parley.gateway.conversation.BodyView.CarouselCardView;
import dev.parley.gateway.conversation.BodyView.FieldView;
import dev.parley.gateway.conversation.BodyView.ItemView;
import dev.parley.gateway.conversation.BodyView.MentionView;
import dev.parley.gateway.conversation.BodyView.QuickReplyView;
import dev.parley.gateway.conversation.BodyView.RowView;
import dev.parley.gateway.conversation.BodyView.SectionView;
import dev.parley.kernel.MediaId;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the views of stored bodies. */
final class BodyViews {
    private BodyViews() {}

    static BodyView of(MessageBody body) {
        var replies = body instanceof MessageBody.Several ? List.<QuickReplyView>of() : replies(body.quickReplies());
        return switch (body) {
            case MessageBody.Text text ->
                new BodyView.Text(
                        text.text(),
                        text.mentions().stream().map(BodyViews::mention).toList(),
                        replies);
            case MessageBody.Image(var picture, var caption, var _) ->
                new BodyView.Image(
                        picture.media().value(),
                        PictureView.url(picture.media()),
                        PictureView.thumbnailUrl(picture.media()),
                        picture.widthPx(),
                        picture.heightPx(),
                        picture.placeholderColor(),
                        picture.description(),
                        caption,
                        body.alternative(),
                        replies);
            case MessageBody.Video video ->
                new BodyView.Video(
                        video.file().media().value(),
                        url(video.file()),
                        video.file().contentType(),
                        video.file().sizeBytes(),
                        video.durationMs(),
                        video.widthPx(),
                        video.heightPx(),
                        video.description(),
                        video.caption(),
                        picture(video.cover()),
                        body.alternative(),
                        replies);
            case MessageBody.Audio(var file, var title, var durationMs, var _) ->
                new BodyView.Audio(
                        file.media().value(),
                        url(file),
                        file.contentType(),
                        file.sizeBytes(),
                        title,
                        durationMs,
                        body.alternative(),
                        replies);
            case MessageBody.Voice(var file, var durationMs, var wave, var _) ->
                new BodyView.Voice(
                        file.media().value(),
                        url(file),
                        file.contentType(),
                        durationMs,
                        wave,
                        body.alternative(),
                        replies);
            case MessageBody.File(var file, var name, var _) ->
                new BodyView.File(
                        file.media().value(),
                        url(file),
                        name,
                        file.sizeBytes(),
                        file.contentType(),
                        body.alternative(),
                        replies);
            case MessageBody.Location place ->
                new BodyView.Location(
                        place.latitude(),
                        place.longitude(),
                        place.name(),
                        place.address(),
                        body.alternative(),
                        replies);
            case MessageBody.Stickered(var pack, var sticker, var _) ->
                new BodyView.Stickered(pack, sticker, body.alternative(), replies);
            case MessageBody.Article(var title, var summary, var link, var cover, var _) ->
                new BodyView.Article(title, summary, link, picture(cover), body.alternative(), replies);
            case MessageBody.Articles articles ->
                new BodyView.Articles(
                        articles.items().stream()
                                .map(item ->
                                        new ItemView(item.title(), item.summary(), item.link(), picture(item.cover())))
                                .toList(),
                        body.alternative(),
                        replies);
            case MessageBody.Card card ->
                new BodyView.Card(
                        card.title(), card.text(), picture(card.cover()), card.actions(), body.alternative(), replies);
            case MessageBody.Carousel carousel ->
                new BodyView.Carousel(
                        carousel.cards().stream()
                                .map(card -> new CarouselCardView(
                                        card.title(), card.text(), picture(card.cover()), card.actions()))
                                .toList(),
                        body.alternative(),
                        replies);
            case MessageBody.Rows rows ->
                new BodyView.Rows(
                        rows.header(),
                        rows.text(),
                        rows.button(),
                        rows.sections().stream().map(BodyViews::section).toList(),
                        body.alternative(),
                        replies);
            case MessageBody.Confirm(var text, var actions, var _) ->
                new BodyView.Confirm(text, actions, body.alternative(), replies);
            case MessageBody.Layout(var alternative, var root, var _) ->
                new BodyView.Layout(LayoutElementView.of(root), alternative, replies);
            case MessageBody.Form form ->
                new BodyView.Form(
                        form.title(),
                        form.text(),
                        form.fields().stream().map(BodyViews::field).toList(),
                        form.submit(),
                        body.alternative(),
                        replies);
            case MessageBody.Several(var bodies) ->
                new BodyView.Several(bodies.stream().map(BodyViews::of).toList(), body.alternative());
            case MessageBody.Postback(var message, var data, var text, var chosen) ->
                new BodyView.Postback(message, data, text, chosen, body.alternative());
            case MessageBody.Pick(var message, var row, var text) ->
                new BodyView.Pick(message, row, text, body.alternative());
            case MessageBody.Answers(var message, var answers) ->
                new BodyView.Answers(
                        message,
                        values(answers),
                        answers.stream()
                                .map(answer ->
                                        new AnswerView(answer.field(), answer.label(), answer.kind(), answer.values()))
                                .toList(),
                        body.alternative());
        };
    }

    private static MentionView mention(MessageBody.Mention mention) {
        return new MentionView(mention.start(), mention.length(), mention.handle(), mention.id(), mention.kind());
    }

    private static List<QuickReplyView> replies(List<QuickReply> replies) {
        return replies.stream()
                .map(reply -> new QuickReplyView(
                        reply.action(),
                        reply.icon() == null ? null : reply.icon().value(),
                        thumbnail(reply.icon())))
                .toList();
    }

    private static @Nullable String thumbnail(@Nullable MediaId icon) {
        return icon == null ? null : PictureView.thumbnailUrl(icon);
    }

    private static SectionView section(MessageBody.Section section) {
        return new SectionView(
                section.title(),
                section.rows().stream()
                        .map(row -> new RowView(row.id(), row.title(), row.description()))
                        .toList());
    }

    private static FieldView field(FormField field) {
        return new FieldView(field.id(), field.label(), field.kind(), field.required(), field.choices(), field.max());
    }

    private static Map<String, Object> values(List<MessageBody.Answer> answers) {
        var values = new LinkedHashMap<String, Object>();
        for (var answer : answers) {
            var first = answer.values().getFirst();
            values.put(
                    answer.field(),
                    switch (answer.kind()) {
                        case NUMBER -> new BigDecimal(first);
                        case YES_NO -> Boolean.valueOf(first);
                        case CHOICES -> answer.values();
                        case TEXT, EMAIL, PHONE, DATE, TIME, CHOICE -> first;
                    });
        }
        return values;
    }

    private static @Nullable PictureInBody picture(MessageBody.@Nullable Picture picture) {
        return picture == null ? null : PictureInBody.of(picture);
    }

    private static String url(MessageBody.Upload file) {
        return PictureView.url(file.media());
    }
}
