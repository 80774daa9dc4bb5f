package dev.parley.gateway;

import java.util.List;

/** A list that is always given whole. */
public record Items<T>(List<T> items) {
    public Items {
        items = List.copyOf(items);
    }
}
