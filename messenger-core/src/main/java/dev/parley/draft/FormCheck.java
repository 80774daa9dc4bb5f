package dev.parley.draft;

import dev.parley.conversation.FormField;
import dev.parley.conversation.FormField.Kind;
import dev.parley.conversation.MessageAction;
import dev.parley.conversation.MessageBody;
import dev.parley.kernel.PlainText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of forms, and of the answers to them. */
final class FormCheck {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{2,29}");
    private static final int LONGEST_NUMBER = 20;

    private final Findings findings;

    FormCheck(Findings findings) {
        this.findings = findings;
    }

    @Nullable
    FormField field(String field, NewMessageBody.Field given) {
        var id = findings.line(field + ".id", given.id(), Limit.FIELD_ID);
        var label = findings.line(field + ".label", given.label(), Limit.FIELD_LABEL);
        var kind = findings.given(field + ".kind", given.kind());
        if (kind == null) {
            return null;
        }
        var chosen = kind == Kind.CHOICE || kind == Kind.CHOICES;
        var choices = findings.<String, String>entries(
                field + ".choices",
                given.choices(),
                chosen ? 1 : 0,
                Limit.FIELD_CHOICES,
                (at, choice) -> findings.line(at, choice, Limit.CHOICE));
        if (!chosen && !choices.isEmpty()) {
            findings.refuse(
                    field + ".choices",
                    "kind",
                    kind.code(),
                    "choice, choices",
                    "Only a choice has anything to choose.");
        }
        findings.unique(field + ".choices", choices);
        var max = given.max();
        if (max != null && (max < 1 || (kind == Kind.TEXT && max > Limit.ANSWER.most()))) {
            findings.refuse(
                    field + ".max",
                    "range",
                    max.toString(),
                    kind == Kind.TEXT ? "1.." + Limit.ANSWER.most() : "1",
                    "The limit of an answer is a positive number.");
        }
        return new FormField(id, label, kind, Boolean.TRUE.equals(given.required()), choices, max);
    }

    /** The answers in the order of the fields; those that were left out are missing. */
    List<MessageBody.Answer> answers(MessageBody.Form form, @Nullable Map<String, @Nullable Object> given) {
        var values = given == null ? Map.<String, @Nullable Object>of() : given;
        var answers = new ArrayList<MessageBody.Answer>();
        for (var field : form.fields()) {
            var at = "body.values." + field.id();
            var value = values.get(field.id());
            var answer = value == null ? List.<String>of() : answer(at, field, value);
            if (answer == null) {
                continue;
            }
            if (!answer.isEmpty()) {
                answers.add(new MessageBody.Answer(field.id(), field.label(), field.kind(), answer));
            } else if (field.required()) {
                findings.missing(at);
            }
        }
        for (var name : values.keySet()) {
            if (form.fields().stream().noneMatch(field -> field.id().equals(name))) {
                findings.refuse(
                        "body.values." + Findings.shown(name),
                        "known",
                        null,
                        String.join(
                                ", ", form.fields().stream().map(FormField::id).toList()),
                        "The form has no such field.");
            }
        }
        return answers;
    }

    private @Nullable List<String> answer(String at, FormField field, Object value) {
        return switch (field.kind()) {
            case YES_NO -> value instanceof Boolean yes ? List.of(yes.toString()) : form(at, field, "true or false");
            case NUMBER -> number(at, field, value);
            case CHOICES -> choices(at, field, value);
            case TEXT, EMAIL, PHONE, DATE, TIME, CHOICE ->
                value instanceof String text ? text(at, field, text) : form(at, field, "a string");
        };
    }

    private @Nullable List<String> text(String at, FormField field, String text) {
        if (text.isBlank()) {
            return List.of();
        }
        var length = PlainText.length(text);
        var most = field.max() == null || field.kind() != Kind.TEXT ? Limit.ANSWER.most() : field.max();
        if (length > most) {
            findings.refuse(
                    at, "length", Integer.toString(length), Integer.toString(most), "At most " + most + " characters.");
            return null;
        }
        if (!PlainText.isProse(text)) {
            findings.refuse(at, "characters", null, null, "It contains characters that are no text.");
            return null;
        }
        var fits = switch (field.kind()) {
            case EMAIL -> EMAIL.matcher(text).matches();
            case PHONE -> PHONE.matcher(text).matches();
            case DATE -> ActionCheck.isMoment(MessageAction.Mode.DATE, text);
            case TIME -> ActionCheck.isMoment(MessageAction.Mode.TIME, text);
            case CHOICE -> field.choices().contains(text);
            case TEXT, NUMBER, CHOICES, YES_NO -> true;
        };
        return fits ? List.of(text) : form(at, field, expected(field));
    }

    private @Nullable List<String> number(String at, FormField field, Object value) {
        BigDecimal number;
        try {
            number = value instanceof Number ? new BigDecimal(value.toString()) : null;
        } catch (NumberFormatException _) { // not a number, or infinite
            number = null;
        }
        if (number == null) {
            return form(at, field, "a number");
        }
        if (number.precision() > LONGEST_NUMBER || Math.abs((long) number.scale()) > LONGEST_NUMBER) {
            return form(at, field, "a number of at most " + LONGEST_NUMBER + " digits");
        }
        if (field.max() != null && number.compareTo(BigDecimal.valueOf(field.max())) > 0) {
            findings.refuse(
                    at, "range", number.toPlainString(), field.max().toString(), "At most " + field.max() + ".");
            return null;
        }
        return List.of(number.toPlainString());
    }

    private @Nullable List<String> choices(String at, FormField field, Object value) {
        if (!(value instanceof List<?> list)
                || !list.stream()
                        .allMatch(one ->
                                one instanceof String text && field.choices().contains(text))) {
            return form(at, field, expected(field));
        }
        var chosen = list.stream().map(String.class::cast).distinct().toList();
        var max = field.max();
        if (max != null && chosen.size() > max) {
            findings.refuse(
                    at, "count", Integer.toString(chosen.size()), max.toString(), "Choose at most " + max + ".");
            return null;
        }
        return chosen;
    }

    private static String expected(FormField field) {
        return switch (field.kind()) {
            case EMAIL -> "name@example.org";
            case PHONE -> "+49 30 1234567";
            case DATE -> ActionCheck.form(MessageAction.Mode.DATE);
            case TIME -> ActionCheck.form(MessageAction.Mode.TIME);
            case CHOICE, CHOICES -> String.join(", ", field.choices());
            case TEXT -> "text";
            case NUMBER -> "a number";
            case YES_NO -> "true or false";
        };
    }

    private @Nullable List<String> form(String at, FormField field, String expected) {
        findings.refuse(
                at, field.kind().code(), null, expected, "The answer is not of the kind that the form asks for.");
        return null;
    }
}
