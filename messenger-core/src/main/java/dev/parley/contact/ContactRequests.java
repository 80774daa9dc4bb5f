package dev.parley.contact;

import java.util.List;

/** Requests that wait, newest first; a declined one still waits in the eyes of its sender. */
public record ContactRequests(List<ContactRequest> incoming, List<ContactRequest> outgoing) {
    public ContactRequests {
        incoming = List.copyOf(incoming);
        outgoing = List.copyOf(outgoing);
    }
}
