package dev.parley.contact;

/** Why a party was reported. */
public enum ReportReason {
    SPAM,
    ABUSE,
    FRAUD,
    OTHER
}
