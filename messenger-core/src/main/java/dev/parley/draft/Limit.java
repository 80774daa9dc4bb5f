package dev.parley.draft;

import java.util.Locale;

/** Every limit of what can be said, in one table: checked here, described in OpenAPI and in docs/protocol/limits.md. */
public enum Limit {
    MESSAGES_AT_ONCE(5, Unit.ENTRIES, "messages in one request, written all or none"),
    QUICK_REPLIES(13, Unit.ENTRIES, "quick replies of a message"),
    ALTERNATIVE(400, Unit.CHARACTERS, "what is said where a layout cannot be shown"),
    TEXT(4_000, Unit.CHARACTERS, "a text"),
    MENTIONS(20, Unit.ENTRIES, "mentions in a text"),
    DESCRIPTION(500, Unit.CHARACTERS, "description of a picture or a video, for those who do not see it"),
    CAPTION(1_000, Unit.CHARACTERS, "words below a picture or a video"),
    AUDIO_TITLE(120, Unit.CHARACTERS, "title of an audio"),
    DURATION(86_400_000, Unit.MILLISECONDS, "length of a recording"),
    VIDEO_SIDE(10_000, Unit.NUMBER, "width or height of a video, in pixels"),
    WAVE(64, Unit.ENTRIES, "points of the wave of a voice message"),
    WAVE_HEIGHT(31, Unit.NUMBER, "a point of the wave of a voice message"),
    FILE_NAME(255, Unit.CHARACTERS, "name of a file"),
    PLACE_NAME(100, Unit.CHARACTERS, "name of a place"),
    PLACE_ADDRESS(300, Unit.CHARACTERS, "address of a place"),
    LINK(2_000, Unit.CHARACTERS, "an address on the web"),
    ARTICLES(8, Unit.ENTRIES, "articles in one message"),
    ARTICLE_TITLE(120, Unit.CHARACTERS, "title of an article"),
    ARTICLE_SUMMARY(500, Unit.CHARACTERS, "summary of an article"),
    CARD_TITLE(80, Unit.CHARACTERS, "title of a card"),
    CARD_TEXT(500, Unit.CHARACTERS, "text of a card"),
    CARD_ACTIONS(4, Unit.ENTRIES, "buttons of a card"),
    CARDS(10, Unit.ENTRIES, "cards of a carousel"),
    LIST_HEADER(60, Unit.CHARACTERS, "header of a list"),
    LIST_TEXT(500, Unit.CHARACTERS, "text of a list"),
    LIST_BUTTON(20, Unit.CHARACTERS, "button that opens a list"),
    LIST_SECTIONS(10, Unit.ENTRIES, "sections of a list"),
    LIST_ROWS(10, Unit.ENTRIES, "rows of a list, in all sections together"),
    SECTION_TITLE(24, Unit.CHARACTERS, "title of a section"),
    ROW_ID(100, Unit.CHARACTERS, "id of a row"),
    ROW_TITLE(24, Unit.CHARACTERS, "title of a row"),
    ROW_DESCRIPTION(72, Unit.CHARACTERS, "description of a row"),
    CONFIRM_TEXT(240, Unit.CHARACTERS, "question with two answers"),
    CONFIRM_ACTIONS(2, Unit.ENTRIES, "answers to it, exactly"),
    LAYOUT_BYTES(30_720, Unit.BYTES, "a layout, as JSON in UTF-8"),
    LAYOUT_ELEMENTS(200, Unit.ENTRIES, "elements of a layout, in all"),
    LAYOUT_DEPTH(10, Unit.LEVELS, "boxes within boxes"),
    LAYOUT_CONTENTS(50, Unit.ENTRIES, "elements of one box"),
    LAYOUT_BUBBLES(12, Unit.ENTRIES, "bubbles beside each other"),
    LAYOUT_TEXT(1_000, Unit.CHARACTERS, "words of one element"),
    LAYOUT_FLEX(100, Unit.NUMBER, "share of the room of a box"),
    LAYOUT_RATIO(10_000, Unit.NUMBER, "each side of a ratio"),
    FORM_TITLE(80, Unit.CHARACTERS, "title of a form"),
    FORM_TEXT(500, Unit.CHARACTERS, "text of a form"),
    FORM_FIELDS(20, Unit.ENTRIES, "fields of a form"),
    FIELD_ID(40, Unit.CHARACTERS, "id of a field"),
    FIELD_LABEL(80, Unit.CHARACTERS, "label of a field"),
    FIELD_CHOICES(20, Unit.ENTRIES, "choices of a field"),
    CHOICE(60, Unit.CHARACTERS, "one choice"),
    SUBMIT(40, Unit.CHARACTERS, "button that sends a form"),
    ANSWER(2_000, Unit.CHARACTERS, "answer to a field"),
    ACTION_LABEL(40, Unit.CHARACTERS, "what stands on a button"),
    ACTION_SAY(300, Unit.CHARACTERS, "words that a button says"),
    ACTION_DATA(300, Unit.CHARACTERS, "data of a button"),
    ACTION_TEXT(300, Unit.CHARACTERS, "what a tapped button shows"),
    ACTION_COPY(1_000, Unit.CHARACTERS, "words that a button copies"),
    ACTION_PHONE(30, Unit.CHARACTERS, "number that a button calls");

    /** What a limit counts. */
    public enum Unit {
        CHARACTERS,
        ENTRIES,
        BYTES,
        LEVELS,
        NUMBER,
        MILLISECONDS;

        /** As in the document. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final int most;
    private final Unit unit;
    private final String subject;

    Limit(int most, Unit unit, String subject) {
        this.most = most;
        this.unit = unit;
        this.subject = subject;
    }

    /** The greatest allowed value. */
    public int most() {
        return most;
    }

    /** What is counted; characters are Unicode code points. */
    public Unit unit() {
        return unit;
    }

    /** What is limited, in words. */
    public String subject() {
        return subject;
    }

    /** As in the document: {@code card-title}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
