package dev.parley.desk;

import com.fasterxml.jackson.annotation.JsonProperty;

/** One of the lists into which the desk sorts an account's conversations. */
public enum DeskList {
    /** Open, awake, and the follower's last words are unanswered; longest waiting first. */
    @JsonProperty("waiting")
    WAITING,
    /** Open, awake and assigned to whoever asks; newest first, as all the others. */
    @JsonProperty("mine")
    MINE,
    /** Open, awake and assigned to nobody. */
    @JsonProperty("unassigned")
    UNASSIGNED,
    /** Open and awake. */
    @JsonProperty("all")
    ALL,
    /** Put aside until a time, or until the follower writes. */
    @JsonProperty("snoozed")
    SNOOZED,
    /** Closed by a team member, until the follower writes again. */
    @JsonProperty("closed")
    CLOSED
}
