package dev.parley.note;

import java.util.UUID;

/**
 * Words that a team says often.
 *
 * @param shortcut what is typed after the slash: 1 to 30 lower-case letters, digits and hyphens, unique in the account
 * @param text 1 to 4,000 characters; {@code {account}}, {@code {agent}}, {@code {follower}}, {@code {closing time}} and {@code {opening
 *     time}} are filled in where it is used
 */
public record CannedAnswer(UUID id, String shortcut, String text) {}
