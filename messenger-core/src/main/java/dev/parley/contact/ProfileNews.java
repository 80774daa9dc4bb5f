package dev.parley.contact;

import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.Changes;
import dev.parley.identity.ProfileChanged;
import dev.parley.kernel.PartyRef;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells a user's other devices and their contacts of a new name or picture. A second run makes the devices ask once more, which is harmless. */
@Component
class ProfileNews {
    private final Contacts contacts;
    private final Changes changes;

    ProfileNews(Contacts contacts, Changes changes) {
        this.contacts = contacts;
        this.changes = changes;
    }

    @ApplicationModuleListener
    void on(ProfileChanged event) {
        changes.announce(PartyRef.user(event.user()), ChangedThing.ME, null);
        for (var contact : contacts.list(event.user())) {
            var party = PartyRef.user(contact.user());
            changes.announce(party, ChangedThing.CONTACTS, null);
            changes.announce(
                    party, ChangedThing.CONVERSATIONS, contact.conversation().value());
        }
    }
}
