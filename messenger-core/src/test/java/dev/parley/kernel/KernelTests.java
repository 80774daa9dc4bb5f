package dev.parley.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class KernelTests {
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void readsTheCursorItHasWritten() {
        var cursor = new Cursor(1842, 77);

        assertThat(cursor.format()).isEqualTo("1842.77");
        assertThat(Cursor.parse("1842.77")).isEqualTo(cursor);
        assertThat(new Cursor(5, 9).advancedTo(new Cursor(7, 8))).isEqualTo(new Cursor(7, 9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "1", "1.", ".1", "-1.1", "1.-1", "+1.1", "1.1.1", "a.b", "٣.٣", "99999999999999999999.1"
            })
    void takesNoOtherCursor(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.parse(text));
    }

    @Test
    void idsAndCursorsAreBareTextInJson() {
        var id = new ConversationId(new UUID(1, 2));

        assertThat(json.writeValueAsString(id)).isEqualTo("\"00000000-0000-0001-0000-000000000002\"");
        assertThat(json.readValue("\"00000000-0000-0001-0000-000000000002\"", ConversationId.class))
                .isEqualTo(id);
        assertThat(json.readValue("\"3.4\"", Cursor.class)).isEqualTo(new Cursor(3, 4));
        assertThat(json.writeValueAsString(new Cursor(3, 4))).isEqualTo("\"3.4\"");
        assertThat(json.readValue("\"k-1\"", IdempotencyKey.class)).isEqualTo(new IdempotencyKey("k-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "ä", "a\u0000"})
    void takesOnlyVisibleAsciiAsIdempotencyKey(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey(text));
    }

    @Test
    void locksPartiesInOneOrder() {
        var low = new PartyRef("user", new UUID(0, 1));
        var high = new PartyRef("account", new UUID(0, 2));

        assertThat(low).isLessThan(high);
        assertThat(low.compareTo(new PartyRef("user", new UUID(0, 1)))).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new PartyRef("User", new UUID(0, 1)));
    }

    @Test
    void textIsPlainWithoutControlsLoneSurrogatesAndTurnedDirection() {
        assertThat(PlainText.isLine("Zoë 👩‍🍳 мир שלום")).isTrue();
        assertThat(PlainText.isLine("a\nb")).isFalse();
        assertThat(PlainText.isProse("a\n\tb")).isTrue();
        assertThat(PlainText.isProse("a\u0000")).isFalse();
        assertThat(PlainText.isProse("\uD83D")).isFalse();
        assertThat(PlainText.isLine("\u202Egnp.exe")).isFalse();
        assertThat(PlainText.line(" a\u0000\uD83Db\u202E ")).isEqualTo("ab");
        assertThat(PlainText.upTo(2, "👩👩👩")).isEqualTo("👩👩");
    }
}
