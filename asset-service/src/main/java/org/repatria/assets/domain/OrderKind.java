package org.repatria.assets.domain;

/** What a court order does to an asset. */
public enum OrderKind {
    /** A temporary ban on moving or changing it. */
    RESTRAINT,
    /** It is taken into custody. */
    SEIZURE,
    /** The thing itself is confiscated or forfeited. */
    CONFISCATION,
    /** A sum is confiscated, and this asset answers for it. */
    VALUE_CONFISCATION,
    /** An order of another state; it binds nothing here before an order of this state enforces it. */
    FOREIGN_ORDER,
    /** It may be sold before anything is final. */
    INTERLOCUTORY_SALE,
    /** It, or what it brought, goes back. */
    RETURN;

    /** Whether the order holds an asset for a time, so that its end must be watched. */
    public boolean isHolding() {
        return this == RESTRAINT || this == SEIZURE;
    }
}
