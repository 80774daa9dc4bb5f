package dev.parley.desk;

import dev.parley.account.OfficialAccountId;
import dev.parley.conversation.Message;
import dev.parley.conversation.MessageKey;
import dev.parley.kernel.ConversationId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The words of an account's conversations, table {@code desk_words}, written with the messages themselves: one statement for a batch. The
 * account is one of the words of each row, so that its search reads no other account's. No language is assumed: words are found as they
 * are written, whatever their case, by their beginning.
 */
@Component
class DeskWords {
    private static final int LONGEST = 4_000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    DeskWords(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /** A message and the account whose desk it stands on. */
    record Said(OfficialAccountId account, Message message) {}

    void add(List<Said> batch) {
        template.batchUpdate(
                "insert into desk_words (account_id, sequence, conversation_id, words)"
                        + " values (?, ?, ?, to_tsvector('simple', ?) || array_to_tsvector(array[?]))",
                batch.stream()
                        .map(said -> new Object[] {
                            said.account().value(),
                            said.message().sequence(),
                            said.message().conversation().value(),
                            shortened(said.message().body().preview()),
                            own(said.account())
                        })
                        .toList());
    }

    /** Messages that hold all words, or words that begin like them; newest first. Nothing for a text without letters and digits. */
    List<MessageKey> find(OfficialAccountId account, String text, int limit) {
        var words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(10)
                .map(word -> "'" + word + "':*")
                .collect(Collectors.joining(" & "));
        if (words.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select conversation_id, sequence from desk_words"
                        + " where words @@ (cast(:own as tsquery) && to_tsquery('simple', :words))"
                        + " and account_id = :account order by sequence desc limit :limit")
                .param("own", "'" + own(account) + "'")
                .param("words", words)
                .param("account", account.value())
                .param("limit", limit)
                .query((row, _) -> new MessageKey(
                        new ConversationId(row.getObject("conversation_id", UUID.class)), row.getLong("sequence")))
                .list();
    }

    private static String own(OfficialAccountId account) {
        return "account " + account.value();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
