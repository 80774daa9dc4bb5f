package dev.parley.desk;

/** How many conversations stand in each list of the desk. @param closed at most 1,000 are counted: nobody needs to know more */
public record DeskCounts(long waiting, long mine, long unassigned, long all, long snoozed, long closed) {}
