package dev.parley.cost;

/**
 * An account's annoyance score, 0 to 10, with the parts that add up to it (the score is cut at 10).
 *
 * @param margin half the width of the interval
 * @param unfollowed followers laid to push messages who left, per thousand times shown
 * @param muted half of those who muted
 * @param less a quarter of those who chose less
 * @param reported three times those who reported
 * @param shown how often somebody was shown a push message in the time that counts
 * @param pushes push messages that count
 */
public record Annoyance(
        double score,
        double margin,
        double unfollowed,
        double muted,
        double less,
        double reported,
        long shown,
        int pushes) {
    private static final double FINE = 2;
    private static final double TIRING = 4;
    private static final double LOUD = 7;

    /** The score in a word. */
    public Word word() {
        if (score < FINE) {
            return Word.CALM;
        }
        if (score < TIRING) {
            return Word.FINE;
        }
        return score < LOUD ? Word.TIRING : Word.LOUD;
    }

    /** Calm below 2, fine below 4, tiring below 7, loud from there on. */
    public enum Word {
        CALM,
        FINE,
        TIRING,
        LOUD
    }
}
