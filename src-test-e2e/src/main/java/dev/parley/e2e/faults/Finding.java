package dev.parley.e2e.faults;

/** One thing that must not be. @param said which one it is, with the ids to look it up */
record Finding(Kind kind, String said) {
    /** What kind of promise was broken. */
    enum Kind {
        /** Acknowledged but not stored, or stored but never shown. */
        LOST,
        /** Stored, acknowledged as, or shown as more than one. */
        TWICE,
        /** A device, an inbox and the conversation do not agree on what came first. */
        REORDERED,
        /** Stored or shown, but never sent, or sent otherwise. */
        INVENTED,
        /** An inbox lacks a number that nothing later explains. */
        GAP,
        /** An answer that is no acknowledgement and no honest refusal. */
        DISHONEST,
        /** Something came later than promised, or never. */
        LATE
    }

    @Override
    public String toString() {
        return kind + " " + said;
    }
}
