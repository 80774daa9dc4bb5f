package dev.parley.conversation;

import dev.parley.delivery.Carried;

/** A message on its way to its sender's own connections, one of which it came from. @param origin see {@link SendMessage#origin} */
public record SentHere(Message message, Object origin) implements Carried {}
