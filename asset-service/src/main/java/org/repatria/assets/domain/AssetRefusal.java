package org.repatria.assets.domain;

/**
 * Why an asset says no.
 *
 * @param field JSON pointer to the member of the request that stands in the way; empty where it is the asset as it stands
 * @param detail one sentence for the person who asked; never repeats an identifier
 */
public record AssetRefusal(Rule rule, String field, String detail) {

    /** The fact in the way. */
    public enum Rule {
        ASSET_NOT_FOUND,
        ASSET_ALREADY_REGISTERED,
        TEXT_MISSING,
        TEXT_TOO_LONG,
        IDENTIFIER_MISSING,
        IDENTIFIER_SCHEME_UNFIT,
        IDENTIFIER_INVALID,
        IDENTIFIER_DOUBLE,
        LIMIT_REACHED,
        COUNTRY_UNKNOWN,
        JURISDICTION_NOT_IN_COUNTRY,
        CASE_NOT_LINKED,
        MONEY_INVALID,
        DATE_IN_FUTURE,
        DATE_ORDER_WRONG,
        RESTRAINT_TOO_LONG,
        RESTRAINT_NOT_FOUND,
        RESTRAINT_ALREADY_RECORDED,
        RESTRAINT_EXTENDED,
        RESTRAINT_DISCHARGED,
        RESTRAINT_ENDED_BEFORE_EXTENSION,
        RESTRAINT_STILL_RUNNING
    }
}
