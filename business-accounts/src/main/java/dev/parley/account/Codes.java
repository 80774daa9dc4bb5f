package dev.parley.account;

import jakarta.persistence.AttributeConverter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the room's enums stand in its tables: in the same lower-case words as in JSON. */
final class Codes {
    private Codes() {}

    static class OfCategory implements AttributeConverter<Category, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Category category) {
            return category == null ? null : category.code();
        }

        @Override
        public @Nullable Category convertToEntityAttribute(@Nullable String code) {
            return code == null ? null : Category.valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    static class OfState implements AttributeConverter<AccountState, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable AccountState state) {
            return state == null ? null : state.code();
        }

        @Override
        public @Nullable AccountState convertToEntityAttribute(@Nullable String code) {
            return code == null ? null : AccountState.valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    static class OfRole implements AttributeConverter<Role, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Role role) {
            return role == null ? null : role.code();
        }

        @Override
        public @Nullable Role convertToEntityAttribute(@Nullable String code) {
            return code == null ? null : Role.valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
