package dev.parley.desk;

/**
 * A word by which a team sorts its conversations.
 *
 * @param name 1 to 30 characters, unique in the account whatever its case
 * @param open how many open conversations carry it
 */
public record Tag(TagId id, String name, TagColour colour, long open) {}
