package dev.parley.article;

import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.Refusal;
import java.util.List;

/** What became of a command. */
public sealed interface ArticleOutcome {
    /** It is done. */
    record Done(Article article) implements ArticleOutcome {}

    /** Fields break rules: problem invalid-request. Nothing was changed. */
    record Invalid(List<FieldRefusal> errors) implements ArticleOutcome {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /** Nothing was changed. */
    record Refused(Refusal refusal) implements ArticleOutcome {}
}
