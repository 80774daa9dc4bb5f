package dev.parley.delivery;

/** Something that travels in memory along with an entry, so that a live connection need not read it again. */
public interface Carried {}
