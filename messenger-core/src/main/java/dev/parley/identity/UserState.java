package dev.parley.identity;

/** Whether a user may use the server. */
public enum UserState {
    ACTIVE,
    /** By an operator; cannot log in until restored. */
    SUSPENDED
}
