package dev.parley.media;

/** What an upload is for; decides who may look at it. */
public enum MediaPurpose {
    /** Part of a message: needs a session. */
    MESSAGE,
    /** Picture of a user or an account: public. */
    PICTURE,
    /** Part of a push message: needs a session. */
    PUSH
}
