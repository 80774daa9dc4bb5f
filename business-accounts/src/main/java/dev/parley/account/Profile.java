package dev.parley.account;

import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.MediaId;
import dev.parley.media.MediaPurpose;
import dev.parley.media.MediaStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules for what an account may say about itself; all that is wrong is told at once. */
@Component
class Profile {
    static final int NAME_LENGTH = 60;
    static final int DESCRIPTION_LENGTH = 500;
    static final int WELCOME_LENGTH = 1_000;

    private final MediaStore media;

    Profile(MediaStore media) {
        this.media = media;
    }

    List<FieldRefusal> check(OpenAccount command) {
        var errors = new ArrayList<FieldRefusal>();
        if (!Handles.wellFormed(command.handle())) {
            errors.add(new FieldRefusal(
                    "handle",
                    "pattern",
                    shortened(command.handle()),
                    Handles.RULE,
                    "A handle has 3 to 30 lower-case letters, digits, dots and underscores."));
        } else if (Handles.reserved(command.handle())) {
            errors.add(new FieldRefusal(
                    "handle", "reserved", command.handle(), null, "This handle belongs to the server itself."));
        }
        length(errors, "name", command.name(), 1, NAME_LENGTH);
        length(errors, "description", command.description(), 0, DESCRIPTION_LENGTH);
        picture(errors, command.picture());
        return errors;
    }

    List<FieldRefusal> check(ChangeAccount command) {
        var errors = new ArrayList<FieldRefusal>();
        length(errors, "name", command.name(), 1, NAME_LENGTH);
        length(errors, "description", command.description(), 0, DESCRIPTION_LENGTH);
        length(errors, "welcome", command.welcome(), 0, WELCOME_LENGTH);
        picture(errors, command.picture() == null ? null : command.picture().orElse(null));
        return errors;
    }

    private void picture(List<FieldRefusal> errors, @Nullable MediaId picture) {
        if (picture == null) {
            return;
        }
        var known = media.find(picture).filter(found -> found.purpose() == MediaPurpose.PICTURE);
        if (known.isEmpty()) {
            errors.add(new FieldRefusal(
                    "picture",
                    "unknown",
                    picture.toString(),
                    null,
                    "There is no uploaded picture of this id; upload it with the purpose 'picture' first."));
        }
    }

    private static void length(List<FieldRefusal> errors, String field, @Nullable String text, int least, int most) {
        if (text == null) {
            return;
        }
        var length = text.codePointCount(0, text.length());
        if (text.indexOf('\0') >= 0) {
            errors.add(new FieldRefusal(field, "characters", null, null, "Text must not hold the character NUL."));
        } else if (text.isBlank() && least > 0) {
            errors.add(new FieldRefusal(field, "length", "0", least + ".." + most, "This must not be empty."));
        } else if (length > most) {
            errors.add(new FieldRefusal(
                    field,
                    "length",
                    String.valueOf(length),
                    least + ".." + most,
                    "This may have at most " + most + " characters."));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
