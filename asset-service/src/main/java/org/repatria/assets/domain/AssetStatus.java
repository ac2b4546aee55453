package org.repatria.assets.domain;

/**
 * Where an asset stands, always derived from its orders and findings and never set. They are in the order of their
 * weight: where several hold, the last of them speaks.
 */
public enum AssetStatus {
    /** Found, and nothing more. */
    IDENTIFIED,
    /** What links it to the person or the offence is documented, and two people say so. */
    TRACED,
    /** Nothing holds it; an order that did was lifted. */
    RELEASED,
    /** Nothing holds it; the end of an order passed, and a legal officer confirmed it. */
    LAPSED,
    /** Nothing holds it, and the end of an order passed. A legal officer has yet to confirm it. */
    LAPSED_PRESUMED,
    /** It was taken on file by mistake. */
    WITHDRAWN_ERROR,
    /** A restraint is running. */
    RESTRAINED,
    /** A seizure is running. */
    SEIZED,
    /** A court was asked to confiscate it. */
    FORFEITURE_PENDING,
    /** Confiscated, and open to appeal or claims. */
    CONFISCATED_NOT_FINAL,
    /** Confiscated for good. */
    CONFISCATED_FINAL,
    /** It may be sold, by leave of the court or after it was confiscated for good. */
    IN_DISPOSAL,
    /** Sold: it is money now. */
    REALISED,
    /** Both sides agreed on who gets what of it. */
    DISTRIBUTION_AGREED,
    /** It, or what it brought, was paid to the requesting state. */
    RETURNED,
    /** It is gone. */
    DISSIPATED,
    /** It is there, and nobody can get at it. */
    NOT_RECOVERABLE,
    /** A court gave it to somebody who claimed it. */
    AWARDED_TO_CLAIMANT
}
