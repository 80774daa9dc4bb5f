package dev.parley.delivery;

/** This node hears the others (again): what it and they said about presence meanwhile was lost and is told anew. */
public record NodesRejoined() {}
