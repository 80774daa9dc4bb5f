package dev.parley.draft;

import dev.parley.conversation.MessageAction;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of buttons. */
final class ActionCheck {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{2,}");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DATETIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final Findings findings;

    ActionCheck(Findings findings) {
        this.findings = findings;
    }

    @Nullable
    MessageAction check(String field, @Nullable NewMessageAction given) {
        if (findings.given(field, given) == null || given == null) {
            return null;
        }
        var label = findings.line(field + ".label", given.label(), Limit.ACTION_LABEL);
        return switch (given) {
            case NewMessageAction.Link link ->
                new MessageAction.Link(label, findings.link(field + ".link", link.link()));
            case NewMessageAction.Say say ->
                new MessageAction.Say(label, findings.words(field + ".text", say.text(), Limit.ACTION_SAY));
            case NewMessageAction.Postback postback ->
                new MessageAction.Postback(
                        label,
                        findings.words(field + ".data", postback.data(), Limit.ACTION_DATA),
                        findings.wordsIfAny(field + ".text", postback.text(), Limit.ACTION_TEXT));
            case NewMessageAction.Date date -> date(field, label, date);
            case NewMessageAction.Location _ -> new MessageAction.Location(label);
            case NewMessageAction.Camera _ -> new MessageAction.Camera(label);
            case NewMessageAction.Photos _ -> new MessageAction.Photos(label);
            case NewMessageAction.Copy copy ->
                new MessageAction.Copy(label, findings.words(field + ".text", copy.text(), Limit.ACTION_COPY));
            case NewMessageAction.Call call -> new MessageAction.Call(label, phone(field + ".phone", call.phone()));
            case NewMessageAction.Page page ->
                new MessageAction.Page(label, findings.link(field + ".link", page.link()));
        };
    }

    private @Nullable MessageAction date(String field, String label, NewMessageAction.Date date) {
        var data = findings.words(field + ".data", date.data(), Limit.ACTION_DATA);
        var mode = findings.given(field + ".mode", date.mode());
        if (mode == null) {
            return null;
        }
        var action = new MessageAction.Date(
                label,
                data,
                mode,
                moment(field + ".initial", mode, date.initial()),
                moment(field + ".min", mode, date.min()),
                moment(field + ".max", mode, date.max()));
        if (action.min() != null && action.max() != null && action.min().compareTo(action.max()) > 0) {
            findings.refuse(
                    field + ".max", "range", action.max(), action.min(), "The latest is not before the earliest.");
        }
        return action;
    }

    private @Nullable String moment(String field, MessageAction.Mode mode, @Nullable String given) {
        if (given == null || isMoment(mode, given)) {
            return given;
        }
        findings.refuse(field, "form", Findings.shown(given), form(mode), "This is written as " + form(mode) + ".");
        return null;
    }

    private String phone(String field, @Nullable String given) {
        var phone = findings.line(field, given, Limit.ACTION_PHONE);
        if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
            findings.refuse(field, "form", null, "+49 30 1234567", "A number has digits, and a + before them.");
        }
        return phone;
    }

    /** Whether it is a date or time in the form of that mode. All forms sort as text. */
    static boolean isMoment(MessageAction.Mode mode, String given) {
        try {
            switch (mode) {
                case DATE -> LocalDate.parse(given, DATE);
                case TIME -> LocalTime.parse(given, TIME);
                case DATETIME -> LocalDateTime.parse(given, DATETIME);
            }
            return given.length() == form(mode).length();
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    static String form(MessageAction.Mode mode) {
        return switch (mode) {
            case DATE -> "2026-03-02";
            case TIME -> "09:30";
            case DATETIME -> "2026-03-02T09:30";
        };
    }
}
