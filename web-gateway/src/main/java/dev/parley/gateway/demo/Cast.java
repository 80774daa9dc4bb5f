package dev.parley.gateway.demo;

import dev.parley.account.AccountOutcome;
import dev.parley.account.Category;
import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.account.OpenAccount;
import dev.parley.gateway.demo.Drawings.Hair;
import dev.parley.gateway.demo.Drawings.Sign;
import dev.parley.identity.ChangeProfile;
import dev.parley.identity.ChangeProfile.PictureChange;
import dev.parley.identity.Operators;
import dev.parley.identity.SetUp;
import dev.parley.identity.SignUp;
import dev.parley.identity.SignUpOutcome;
import dev.parley.identity.Users;
import dev.parley.kernel.MediaId;
import dev.parley.kernel.UserId;
import dev.parley.media.MediaPurpose;
import dev.parley.media.MediaStore;
import dev.parley.media.NewMedia;
import dev.parley.media.StoreOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Who lives in the demo world: makes people with faces, companies with signs, and the operator. */
@Component
@ConditionalOnProperty("parley.demo")
class Cast {
    /** The password of everybody in the demo world. */
    static final String PASSWORD = "parley-demo";

    private static final List<String> FIRST = List.of(
            "Ada", "Bela", "Cleo", "Dario", "Elin", "Farid", "Greta", "Hugo", "Ilse", "Joon", "Kaya", "Lars", "Mina",
            "Nils", "Ola", "Pia", "Quentin", "Rosa", "Sven", "Tara");
    private static final List<String> LAST = List.of("Berg", "Costa", "Dahl", "Evans", "Fabre", "Gruber");

    private final Users users;
    private final Operators operators;
    private final OfficialAccounts accounts;
    private final MediaStore media;

    Cast(Users users, Operators operators, OfficialAccounts accounts, MediaStore media) {
        this.users = users;
        this.operators = operators;
        this.accounts = accounts;
        this.media = media;
    }

    /** A person who looks like something. */
    UserId person(String handle, String name, String ground, String skin, String hair, String clothes, Hair style) {
        var user = signUp(handle, name);
        var picture = picture(user, MediaPurpose.PICTURE, name, Drawings.face(ground, skin, hair, clothes, style));
        users.changeProfile(new ChangeProfile(user, null, new PictureChange.Replace(picture), null, null));
        return user;
    }

    /** The many whom nobody in the story knows by name; companies see that they follow. */
    List<UserId> crowd() {
        var crowd = new ArrayList<UserId>();
        for (var last : LAST) {
            for (var first : FIRST) {
                crowd.add(signUp((first + "." + last).toLowerCase(Locale.ROOT), first + " " + last));
            }
        }
        return crowd;
    }

    /** The operator; there is none yet when the demo world is made. */
    UserId operator(String handle, String name) {
        var code =
                operators.newSetupCode().orElseThrow(() -> new IllegalStateException("there is an operator already"));
        return signedUp(operators.setUp(new SetUp(code, handle, name, PASSWORD)));
    }

    /** A company with its sign; not yet verified. */
    OfficialAccountId company(
            UserId owner,
            String handle,
            String name,
            Category category,
            String description,
            String from,
            String to,
            Sign sign) {
        var picture = picture(owner, MediaPurpose.PICTURE, name, Drawings.sign(from, to, sign));
        return switch (accounts.open(new OpenAccount(owner, handle, name, category, description, picture))) {
            case AccountOutcome.Done(var account) -> account.id();
            case AccountOutcome.Invalid invalid -> throw new IllegalStateException(invalid.toString());
            case AccountOutcome.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    /** Stores a drawing. */
    MediaId picture(UserId owner, MediaPurpose purpose, @Nullable String description, byte[] png) {
        return switch (media.store(new NewMedia(owner, purpose, description, png))) {
            case StoreOutcome.Stored(var stored) -> stored.id();
            case StoreOutcome.Refused(var refusal) -> throw new IllegalStateException(refusal.toString());
        };
    }

    private UserId signUp(String handle, String name) {
        return signedUp(users.signUp(new SignUp(handle, name, PASSWORD, "en", "Europe/Berlin")));
    }

    private static UserId signedUp(SignUpOutcome outcome) {
        if (outcome instanceof SignUpOutcome.SignedUp(var user)) {
            return user.id();
        }
        throw new IllegalStateException(outcome.toString());
    }
}
