package dev.parley.draft;

import dev.parley.conversation.MessageAction;
import dev.parley.conversation.MessageBody;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person does with a message of an account: held beside that message, which must really offer it. */
final class ActCheck {
    private final Findings findings;
    private final Speaker speaker;

    ActCheck(Findings findings, Speaker speaker) {
        this.findings = findings;
        this.speaker = speaker;
    }

    @Nullable
    MessageBody postback(NewMessageBody.Postback given) {
        var message = tapped(given.message());
        if (message == null || given.data() == null) {
            if (given.data() == null) {
                findings.missing("body.data");
            }
            return null;
        }
        var action = message.buttons()
                .filter(candidate -> Objects.equals(data(candidate), given.data()))
                .filter(candidate -> given.text() == null || mayShow(candidate, given.text()))
                .findFirst()
                .orElse(null);
        return switch (action) {
            case MessageAction.Postback postback ->
                new MessageBody.Postback(sequence(given.message()), postback.data(), postback.shown(), null);
            case MessageAction.Date date -> dated(given, date);
            case null, default -> {
                findings.refuse(
                        "body.data", "offered", Findings.shown(given.data()), null, "The message has no such button.");
                yield null;
            }
        };
    }

    @Nullable
    MessageBody pick(NewMessageBody.Pick given) {
        var message = tapped(given.message());
        if (message == null) {
            return null;
        }
        var row = message.each().stream()
                .filter(MessageBody.Rows.class::isInstance)
                .map(MessageBody.Rows.class::cast)
                .flatMap(MessageBody.Rows::rows)
                .filter(candidate -> candidate.id().equals(given.row()))
                .filter(candidate -> given.text() == null || given.text().equals(candidate.title()))
                .findFirst();
        if (row.isEmpty()) {
            findings.refuse(
                    "body.row",
                    "offered",
                    given.row() == null ? null : Findings.shown(given.row()),
                    null,
                    "The message has no such row.");
            return null;
        }
        return new MessageBody.Pick(
                sequence(given.message()), row.get().id(), row.get().title());
    }

    @Nullable
    MessageBody answers(NewMessageBody.Answers given) {
        var message = tapped(given.message());
        if (message == null) {
            return null;
        }
        var form = message.each().stream()
                .filter(MessageBody.Form.class::isInstance)
                .map(MessageBody.Form.class::cast)
                .findFirst();
        if (form.isEmpty()) {
            findings.refuse("body.message", "offered", null, null, "The message has no form.");
            return null;
        }
        return new MessageBody.Answers(
                sequence(given.message()), new FormCheck(findings).answers(form.get(), given.values()));
    }

    private @Nullable MessageBody dated(NewMessageBody.Postback given, MessageAction.Date date) {
        var chosen = given.chosen();
        if (chosen == null || !ActionCheck.isMoment(date.mode(), chosen)) {
            findings.refuse(
                    "body.chosen",
                    "form",
                    chosen == null ? null : Findings.shown(chosen),
                    ActionCheck.form(date.mode()),
                    "What was chosen is written as " + ActionCheck.form(date.mode()) + ".");
            return null;
        }
        if ((date.min() != null && chosen.compareTo(date.min()) < 0)
                || (date.max() != null && chosen.compareTo(date.max()) > 0)) {
            findings.refuse(
                    "body.chosen",
                    "range",
                    chosen,
                    Objects.requireNonNullElse(date.min(), "") + ".." + Objects.requireNonNullElse(date.max(), ""),
                    "This cannot be chosen.");
            return null;
        }
        var text = findings.wordsIfAny("body.text", given.text(), Limit.ACTION_TEXT);
        return new MessageBody.Postback(
                sequence(given.message()), date.data(), text == null ? date.label() + ": " + chosen : text, chosen);
    }

    private @Nullable MessageBody tapped(@Nullable Long sequence) {
        if (findings.given("body.message", sequence) == null || sequence == null) {
            return null;
        }
        Optional<MessageBody> message = speaker.tapped().apply(sequence);
        if (message.isEmpty()) {
            findings.refuse(
                    "body.message",
                    "tapped",
                    sequence.toString(),
                    null,
                    "There is no such message of the account in this conversation.");
        }
        return message.orElse(null);
    }

    private static @Nullable String data(MessageAction action) {
        return switch (action) {
            case MessageAction.Postback postback -> postback.data();
            case MessageAction.Date date -> date.data();
            default -> null;
        };
    }

    /** A postback shows what its button says; how a date is written is the client's matter. */
    private static boolean mayShow(MessageAction action, String text) {
        return action instanceof MessageAction.Date
                || action instanceof MessageAction.Postback postback
                        && (text.equals(postback.label()) || text.equals(postback.text()));
    }

    private static long sequence(@Nullable Long given) {
        return Objects.requireNonNull(given);
    }
}
