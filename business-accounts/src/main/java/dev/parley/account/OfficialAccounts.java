package dev.parley.account;

import dev.parley.kernel.Page;
import dev.parley.kernel.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Official accounts: opening, changing, judging and finding them. */
@Component
public class OfficialAccounts {
    /** Opens an account in the state pending. Refused when the handle is taken, reserved or out of rule. */
    public AccountOutcome open(OpenAccount command) {
        throw new UnsupportedOperationException();
    }

    /** Changes what an account says about itself; written to the account's audit log. */
    public AccountOutcome change(ChangeAccount command) {
        throw new UnsupportedOperationException();
    }

    /** An operator verifies a pending or refused account. Repeated: nothing happens, same answer. */
    public AccountOutcome verify(OfficialAccountId id, UserId operator, String reason) {
        throw new UnsupportedOperationException();
    }

    /** An operator refuses a pending or verified account. Repeated: nothing happens, same answer. */
    public AccountOutcome refuse(OfficialAccountId id, UserId operator, String reason) {
        throw new UnsupportedOperationException();
    }

    /** An operator suspends an account; it remembers its former state. Repeated: nothing happens, same answer. */
    public AccountOutcome suspend(OfficialAccountId id, UserId operator, String reason) {
        throw new UnsupportedOperationException();
    }

    /** An operator lifts the suspension. Of an account that is not suspended: nothing happens, same answer. */
    public AccountOutcome restore(OfficialAccountId id, UserId operator, String reason) {
        throw new UnsupportedOperationException();
    }

    /** The account of this id, in whatever state. */
    public Optional<OfficialAccount> find(OfficialAccountId id) {
        throw new UnsupportedOperationException();
    }

    /** The account of this handle (upper and lower case are the same), in whatever state. */
    public Optional<OfficialAccount> byHandle(String handle) {
        throw new UnsupportedOperationException();
    }

    /** The accounts of these ids in one question, those that do not exist left out. */
    public Map<OfficialAccountId, OfficialAccount> cards(Collection<OfficialAccountId> ids) {
        throw new UnsupportedOperationException();
    }

    /** Verified accounts whose handle, name, category or description match, best first; an empty query gives the newest. */
    public List<OfficialAccount> search(String query, int limit) {
        throw new UnsupportedOperationException();
    }

    /** All accounts for operators, longest in their state first. */
    public Page<OfficialAccount> list(
            @Nullable AccountState state, @Nullable String query, @Nullable String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    /** How many accounts stand in each state; every state has an entry. */
    public Map<AccountState, Long> counts() {
        throw new UnsupportedOperationException();
    }
}
