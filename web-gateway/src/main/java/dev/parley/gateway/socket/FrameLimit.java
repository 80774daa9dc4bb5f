package dev.parley.gateway.socket;

/** How many frames a device may send: a bucket that fills at a steady rate. Two numbers per connection; used by one thread at a time. */
final class FrameLimit {
    private final double perNano;
    private final int burst;
    private double left;
    private long at;

    FrameLimit(int perSecond, int burst, long nanoTime) {
        this.perNano = perSecond / 1e9;
        this.burst = burst;
        this.left = burst;
        this.at = nanoTime;
    }

    /** Whether one more frame is allowed at this time. */
    boolean allows(long nanoTime) {
        left = Math.min(burst, left + (nanoTime - at) * perNano);
        at = nanoTime;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
