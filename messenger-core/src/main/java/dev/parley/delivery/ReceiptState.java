package dev.parley.delivery;

/** How far a member has acknowledged a conversation, as message sequences; 0 for none. */
public record ReceiptState(long delivered, long displayed) {
    /** Nothing acknowledged. */
    public static final ReceiptState NONE = new ReceiptState(0, 0);
}
