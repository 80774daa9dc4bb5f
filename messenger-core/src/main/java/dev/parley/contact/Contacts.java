package dev.parley.contact;

import dev.parley.kernel.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Who knows whom. */
@Service
public class Contacts {
    /** Asks to become a contact. Meeting its mirror image it is accepted at once; a repetition is the same request. */
    public RequestOutcome request(UserId from, UserId to) {
        throw new UnsupportedOperationException();
    }

    /** Accepts a request sent to {@code me}; a repetition gets the same contact; empty when there is no such request. */
    public Optional<Contact> accept(UserId me, ContactRequestId request) {
        throw new UnsupportedOperationException();
    }

    /** Hides a request sent to {@code me} without telling its sender; false when there is none. */
    public boolean decline(UserId me, ContactRequestId request) {
        throw new UnsupportedOperationException();
    }

    /** Takes back a request that {@code me} sent; false when there is none. */
    public boolean withdraw(UserId me, ContactRequestId request) {
        throw new UnsupportedOperationException();
    }

    /** Requests that wait, to and from a user. */
    public ContactRequests requests(UserId user) {
        throw new UnsupportedOperationException();
    }

    /** Contacts of a user, newest first. */
    public List<Contact> list(UserId user) {
        throw new UnsupportedOperationException();
    }

    /** The users among a user's contacts. */
    public Set<UserId> contactsOf(UserId user) {
        throw new UnsupportedOperationException();
    }

    /** Whether two users are contacts. */
    public boolean areContacts(UserId one, UserId other) {
        throw new UnsupportedOperationException();
    }

    /** Ends it for both; false when they were none. */
    public boolean remove(UserId me, UserId other) {
        throw new UnsupportedOperationException();
    }
}
