package dev.parley.desk;

import com.fasterxml.jackson.annotation.JsonProperty;

/** One of the lists into which the desk sorts an account's conversations. */
public enum DeskList {
    /** Open, and the follower's last words are unanswered; longest waiting first. */
    @JsonProperty("waiting")
    WAITING,
    /** Open and assigned to whoever asks; newest first, as all the others. */
    @JsonProperty("mine")
    MINE,
    /** Open and assigned to nobody. */
    @JsonProperty("unassigned")
    UNASSIGNED,
    /** Open. */
    @JsonProperty("all")
    ALL,
    /** Closed by a team member, until the follower writes again. */
    @JsonProperty("closed")
    CLOSED
}
