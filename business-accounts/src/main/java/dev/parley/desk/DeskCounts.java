package dev.parley.desk;

/** How many conversations stand in each list of the desk. */
public record DeskCounts(long waiting, long mine, long unassigned, long all, long closed) {}
