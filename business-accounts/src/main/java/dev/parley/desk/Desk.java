package dev.parley.desk;

import dev.parley.account.OfficialAccountId;
import dev.parley.account.Role;
import dev.parley.account.Team;
import dev.parley.conversation.MessageKey;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.EntryContent;
import dev.parley.delivery.Inboxes;
import dev.parley.delivery.NewEntry;
import dev.parley.desk.spi.DeskWatcher;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.Page;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/**
 * The desk of an official account. Every change is in the account's audit log, in the same transaction, and is announced to
 * the account's devices.
 */
@Service
public class Desk {
    private static final int MOST_TAGS = 20;
    private static final Duration LONGEST_SNOOZE = Duration.ofDays(366);

    private final DeskStore store;
    private final DeskListing listing;
    private final DeskWords words;
    private final DeskAudit audit;
    private final DeskEvents events;
    private final Tags tags;
    private final Team team;
    private final Inboxes inboxes;
    private final Supplier<List<DeskWatcher>> watchers;
    private final Clock clock;

    Desk(
            DeskStore store,
            DeskListing listing,
            DeskWords words,
            DeskAudit audit,
            DeskEvents events,
            Tags tags,
            Team team,
            Inboxes inboxes,
            ObjectProvider<DeskWatcher> watchers,
            Clock clock) {
        this.store = store;
        this.listing = listing;
        this.words = words;
        this.audit = audit;
        this.events = events;
        this.tags = tags;
        this.team = team;
        this.inboxes = inboxes;
        this.watchers = SingletonSupplier.of(() -> watchers.orderedStream().toList());
        this.clock = clock;
    }

    /**
     * One list, in its order; {@code reader} decides what "mine" is, a tag leaves only those that carry it. At most 200 a page. Throws
     * {@link IllegalArgumentException} for a cursor that this list did not give.
     */
    @Transactional(readOnly = true)
    public Page<DeskConversation> list(
            OfficialAccountId account,
            UserId reader,
            DeskList list,
            @Nullable TagId tag,
            @Nullable String cursor,
            int limit) {
        return listing.page(new DeskListing.Question(account, reader, list, tag), cursor, Math.clamp(limit, 1, 200));
    }

    /** How many stand in each list. */
    @Transactional(readOnly = true)
    public DeskCounts counts(OfficialAccountId account, UserId reader) {
        return listing.counts(account, reader);
    }

    /** One conversation of this account; empty when it is not one of them, or its follower has never written. */
    @Transactional(readOnly = true)
    public Optional<DeskConversation> find(OfficialAccountId account, ConversationId conversation) {
        return store.find(account, conversation);
    }

    /** Where the account's conversations hold all of these words, newest first, at most 100. */
    @Transactional(readOnly = true)
    public List<MessageKey> search(OfficialAccountId account, String text, int limit) {
        return words.find(account, text, Math.clamp(limit, 1, 100));
    }

    /** Gives a conversation to a team member who may answer, or to nobody. Repeated: nothing happens, same answer. */
    @Transactional
    public DeskOutcome assign(
            OfficialAccountId account, ConversationId conversation, UserId by, @Nullable UserId assignee) {
        if (assignee != null
                && team.role(account, assignee).filter(Role::mayAnswer).isEmpty()) {
            return new DeskOutcome.Refused(new Refusal(
                    "conflict",
                    "desk.assignee",
                    null,
                    "owner, agent",
                    null,
                    "Only an owner or an agent of this account can take care of a conversation."));
        }
        return change(account, conversation, before -> {
            if (Objects.equals(before.assignee(), assignee)) {
                return;
            }
            store.assign(before, assignee);
            audit.changed(before, by, "desk.assigned", nameOf(before.assignee()), nameOf(assignee));
            var kind = assignee == null
                    ? DeskEvent.Kind.RELEASED
                    : assignee.equals(by) ? DeskEvent.Kind.TAKEN : DeskEvent.Kind.ASSIGNED;
            events.add(account, conversation, kind, by, nameOf(assignee));
        });
    }

    /** The account's rule gives a conversation to a team member, unless somebody has it by now. */
    @Transactional
    boolean assignByRule(OfficialAccountId account, ConversationId conversation, UserId assignee) {
        var before = begin(account, conversation).orElse(null);
        if (before == null || before.assignee() != null || !before.open()) {
            return false;
        }
        store.assign(before, assignee);
        audit.byRule(before, "desk.assigned", null, nameOf(assignee));
        events.add(account, conversation, DeskEvent.Kind.ASSIGNED, null, nameOf(assignee));
        return true;
    }

    /** Closes a conversation; the follower's next message opens it again. Repeated: nothing happens, same answer. */
    @Transactional
    public DeskOutcome close(OfficialAccountId account, ConversationId conversation, UserId by) {
        return open(account, conversation, by, false);
    }

    /** Opens a closed conversation again. Repeated: nothing happens, same answer. */
    @Transactional
    public DeskOutcome reopen(OfficialAccountId account, ConversationId conversation, UserId by) {
        return open(account, conversation, by, true);
    }

    private DeskOutcome open(OfficialAccountId account, ConversationId conversation, UserId by, boolean open) {
        BiConsumer<DeskWatcher, DeskConversation> told =
                open ? (watcher, it) -> watcher.reopened(it, by) : (watcher, it) -> watcher.closed(it, by);
        return change(account, conversation, before -> {
            if (before.open() == open) {
                return;
            }
            store.open(before, open);
            audit.changed(before, by, open ? "desk.reopened" : "desk.closed", state(!open), state(open));
            events.add(account, conversation, open ? DeskEvent.Kind.REOPENED : DeskEvent.Kind.CLOSED, by, null);
            watchers.get().forEach(watcher -> told.accept(watcher, before));
        });
    }

    /**
     * Puts an open conversation aside, or wakes it when {@code snooze} is absent. Repeated: nothing happens, same answer. Refused for
     * a time that has passed and for a closed conversation.
     */
    @Transactional
    public DeskOutcome snooze(
            OfficialAccountId account, ConversationId conversation, UserId by, @Nullable Snooze snooze) {
        var until = snooze == null ? null : snooze.until();
        if (until != null && !until.isAfter(clock.instant())) {
            return new DeskOutcome.Refused(new Refusal(
                    "conflict", "desk.snooze-until", until.toString(), null, null, "This time has passed already."));
        }
        if (until != null && until.isAfter(clock.instant().plus(LONGEST_SNOOZE))) {
            return new DeskOutcome.Refused(Refusal.beyond(
                    "conflict",
                    "desk.snooze-until",
                    until.toString(),
                    LONGEST_SNOOZE.toDays() + " days",
                    "A conversation can be put aside for at most a year."));
        }
        var present = store.find(account, conversation).orElse(null);
        if (snooze != null && present != null && !present.open()) {
            return new DeskOutcome.Refused(
                    Refusal.of("conflict", "desk.open", "A closed conversation cannot be put aside; reopen it first."));
        }
        return change(account, conversation, before -> {
            if (Objects.equals(before.snooze(), snooze)) {
                return;
            }
            store.snooze(before, snooze);
            audit.changed(
                    before, by, snooze == null ? "desk.woken" : "desk.snoozed", words(before.snooze()), words(snooze));
            events.add(
                    account,
                    conversation,
                    snooze == null ? DeskEvent.Kind.WOKEN : DeskEvent.Kind.SNOOZED,
                    by,
                    until == null ? null : until.toString());
        });
    }

    /** Says which tags a conversation carries, all others go; at most 20. Repeated: nothing happens, same answer. */
    @Transactional
    public DeskOutcome tag(OfficialAccountId account, ConversationId conversation, UserId by, Collection<TagId> given) {
        var wanted = List.copyOf(new LinkedHashSet<>(given));
        var known = tags.of(account).stream().collect(Collectors.toMap(Tag::id, Tag::name));
        if (!known.keySet().containsAll(wanted)) {
            return new DeskOutcome.Refused(Refusal.of("not-found", "desk.tag", "There is no such tag."));
        }
        if (wanted.size() > MOST_TAGS) {
            return new DeskOutcome.Refused(Refusal.beyond(
                    "conflict",
                    "desk.tags-of-conversation",
                    String.valueOf(wanted.size()),
                    String.valueOf(MOST_TAGS),
                    "A conversation carries at most " + MOST_TAGS + " tags."));
        }
        return change(account, conversation, before -> {
            if (before.tags().equals(wanted)) {
                return;
            }
            store.tag(before, wanted);
            var now = wanted.stream().map(known::get).collect(Collectors.joining(", "));
            audit.changed(
                    before,
                    by,
                    "desk.tagged",
                    before.tags().stream()
                            .map(tag -> known.getOrDefault(tag, ""))
                            .collect(Collectors.joining(", ")),
                    now);
            events.add(account, conversation, DeskEvent.Kind.TAGGED, by, now);
        });
    }

    /** A team member takes a conversation out of the desk, as a document; the audit log says so. */
    @Transactional
    public void exported(OfficialAccountId account, ConversationId conversation, UserId by) {
        store.find(account, conversation).ifPresent(found -> audit.changed(found, by, "desk.exported", null, null));
    }

    /** Wakes one conversation whose time has come; false when somebody was quicker. */
    @Transactional
    boolean wake(OfficialAccountId account, ConversationId conversation) {
        var before = begin(account, conversation).orElse(null);
        var until = before == null || before.snooze() == null
                ? null
                : before.snooze().until();
        if (before == null || until == null || until.isAfter(clock.instant())) {
            return false;
        }
        store.snooze(before, null);
        store.waitSince(before, until);
        events.add(account, conversation, DeskEvent.Kind.WOKEN, null, null);
        return true;
    }

    private DeskOutcome change(
            OfficialAccountId account, ConversationId conversation, Consumer<DeskConversation> change) {
        var before = begin(account, conversation).orElse(null);
        if (before == null) {
            return new DeskOutcome.Refused(
                    Refusal.of("not-found", "desk.conversation", "There is no such conversation."));
        }
        change.accept(before);
        return new DeskOutcome.Done(store.find(account, conversation).orElseThrow());
    }

    /** Locks the account's inbox and then the conversation, in the order in which {@link DeskFeed} comes by. */
    private Optional<DeskConversation> begin(OfficialAccountId account, ConversationId conversation) {
        if (store.find(account, conversation).isEmpty()) {
            return Optional.empty();
        }
        inboxes.append(List.of(
                new NewEntry(account.party(), new EntryContent.Changed(ChangedThing.DESK, conversation.value()))));
        return store.lock(account, conversation);
    }

    private @Nullable String nameOf(@Nullable UserId user) {
        return user == null ? null : audit.name(user);
    }

    private static String state(boolean open) {
        return open ? "open" : "closed";
    }

    private static @Nullable String words(@Nullable Snooze snooze) {
        if (snooze == null) {
            return null;
        }
        return snooze.until() == null ? "until they answer" : snooze.until().toString();
    }
}
