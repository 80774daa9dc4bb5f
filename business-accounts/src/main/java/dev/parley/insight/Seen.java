package dev.parley.insight;

import dev.parley.kernel.MessageId;

/** That a push message was on a user's screen. @param opened whether the user also opened what it links to */
public record Seen(MessageId push, boolean opened) {}
