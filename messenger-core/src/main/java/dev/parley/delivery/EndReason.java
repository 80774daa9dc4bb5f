package dev.parley.delivery;

/** Why the server ends a connection. */
public enum EndReason {
    /** The session, the user or the account was ended or suspended. */
    SESSION_ENDED,
    /** The same device has connected once too often; the newest connections stay. */
    SUPERSEDED,
    /** The server stops; connect again. */
    GOING_AWAY
}
