package org.repatria.cases.domain.sharing;

/** What kinds of data a disclosure holds. */
public enum Content {
    IDENTITY,
    OFFENCE,
    STATUS,
    EVIDENCE,
    ASSETS,
    TRAVEL_DOCUMENT,
    /** Where the person is; leaves only after the screen for persecution too. */
    LOCATION,
    HEALTH,
    /** That protection was asked for or given; the requesting state never learns of it. */
    ASYLUM,
    /** The person's counsel and what passes between them; the requesting state never learns of it. */
    COUNSEL;

    /** Source: SG-21, asylum confidentiality; rights of the person, private contact with counsel. */
    public boolean isKeptFromRequestingState() {
        return this == ASYLUM || this == COUNSEL;
    }
}
