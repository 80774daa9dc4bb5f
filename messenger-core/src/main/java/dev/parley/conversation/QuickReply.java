package dev.parley.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.kernel.MediaId;
import org.jspecify.annotations.Nullable;

/** A button below the newest message, which goes away once it is used. @param icon a small picture beside the label */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuickReply(MessageAction action, @Nullable MediaId icon) {}
