package dev.parley.gateway;

import dev.parley.gateway.problem.FieldProblem;
import dev.parley.gateway.problem.Problem;
import dev.parley.kernel.Page;
import java.util.List;
import java.util.function.Function;

/** Lists that are given page by page: {@code ?cursor=&limit=} in, {@code {items, nextCursor}} out. */
public final class Paging {
    /** The most that one page holds. */
    public static final int MOST = 200;

    /** What {@code limit} is when it is left out, as annotations want it. */
    public static final String USUAL = "50";

    private Paging() {}

    /** The limit asked for, refused when it is not within 1 to {@value #MOST}. */
    public static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw Problem.INVALID_REQUEST.because(
                    "A page holds 1 to " + MOST + " items.",
                    List.of(new FieldProblem(
                            "limit", "range", String.valueOf(asked), "1.." + MOST, "must be within 1 and " + MOST)));
        }
        return asked;
    }

    /** The same page with its items as the wire shows them. */
    public static <T, V> Page<V> show(Page<T> page, Function<T, V> view) {
        return new Page<>(page.items().stream().map(view).toList(), page.nextCursor());
    }
}
