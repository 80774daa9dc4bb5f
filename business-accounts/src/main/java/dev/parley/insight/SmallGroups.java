package dev.parley.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Nothing is shown of fewer than twenty people: what one knows of a small group one knows of its members. A count is shown when the group it was
 * counted in has at least twenty; of the parts of a whole, the small ones are left out, and with them so many more that all that was left
 * out is twenty again, so that no part can be found by taking the others from the whole.
 */
public final class SmallGroups {
    /** The smallest group of which anything is shown. */
    public static final int FEWEST = 20;

    private SmallGroups() {}

    /** The count, if the group it was counted in is large enough. */
    public static @Nullable Long within(@Nullable Long group, @Nullable Long count) {
        return group == null || group < FEWEST ? null : count;
    }

    /** Those parts of a whole that can be shown, in their order. Parts of nobody are shown, since they tell of nobody. */
    public static <T> List<T> shown(List<T> parts, ToLongFunction<T> people) {
        var hidden = new ArrayList<T>();
        var rising = parts.stream()
                .filter(part -> people.applyAsLong(part) > 0)
                .sorted(Comparator.comparingLong(people))
                .toList();
        var together = 0L;
        for (var part : rising) {
            if (people.applyAsLong(part) >= FEWEST && (together == 0 || together >= FEWEST)) {
                break;
            }
            hidden.add(part);
            together += people.applyAsLong(part);
        }
        return parts.stream().filter(part -> !hidden.contains(part)).toList();
    }
}
