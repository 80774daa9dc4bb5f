package dev.parley.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a team member may do: owners everything, editors push messages, agents the desk, analysts only read. */
public enum Role {
    @JsonProperty("owner")
    OWNER,
    @JsonProperty("editor")
    EDITOR,
    @JsonProperty("agent")
    AGENT,
    @JsonProperty("analyst")
    ANALYST;

    /** Whether this role may write, schedule and release push messages. */
    public boolean mayRelease() {
        return this == OWNER || this == EDITOR;
    }

    /** Whether this role may read and answer the account's conversations. */
    public boolean mayAnswer() {
        return this == OWNER || this == AGENT;
    }

    /** The role as it stands in JSON and in the database. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
