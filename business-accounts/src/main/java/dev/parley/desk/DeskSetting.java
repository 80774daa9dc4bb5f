package dev.parley.desk;

/** How an account's desk works. @param asksSatisfaction whether followers are asked for 1 to 5 after a conversation was closed */
public record DeskSetting(AssignmentMode assignment, boolean asksSatisfaction) {
    static final DeskSetting USUAL = new DeskSetting(AssignmentMode.BY_HAND, false);
}
