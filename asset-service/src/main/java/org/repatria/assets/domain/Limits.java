package org.repatria.assets.domain;

/** Every bound of this service, with its unit and reason. */
public final class Limits {

    /** Cases that one asset may be linked to: a shared holding of a large network. Beyond it the links say nothing. */
    public static final int LINKS_MAX = 50;

    /** Assets that one case may have. One batch of commands tells them all that the case appeared or closed. */
    public static final int ASSETS_PER_CASE_MAX = 500;

    /** Valuations of one asset: two a month for eight years, and the document stays small. */
    public static final int VALUATIONS_MAX = 200;

    /** Court orders of one asset, extensions included: monthly extensions over eight years. */
    public static final int ORDERS_MAX = 100;

    /** Steps in the life of one order or claim: service on each of a hundred holders, and as much again. */
    public static final int CHANGES_MAX = 200;

    /** Findings on one asset, and steps that wait for a second person. More than that wait for nobody. */
    public static final int FINDINGS_MAX = 50;

    /** Claims on one asset: more than that are a class of claimants, who come to a court as one. */
    public static final int CLAIMS_MAX = 100;

    /** Identifiers of one asset: more than that are several assets. */
    public static final int IDENTIFIERS_MAX = 10;

    /**
     * Entries on interests in one asset or one company, ended and corrected ones included. A share register with more
     * holders than that is summed up; the document and its snapshot stay far below their bounds.
     */
    public static final int INTERESTS_MAX = 500;

    /** Companies read to tell who is behind one asset; holders of those beyond it count as unknown. */
    public static final int COMPANIES_BEHIND_MAX = 10_000;

    /** Companies read at once: one question to the database. */
    public static final int COMPANIES_READ_MAX = 500;

    /**
     * Companies in a row from an asset to a holder. The longest chains that were ever unwound have some tens; each is a
     * question to the database.
     */
    public static final int COMPANY_LEVELS_MAX = 100;

    /** Characters of a short text, such as a court reference, a valuer or a method: one line. */
    public static final int LINE_CHARS_MAX = 200;

    /** Characters of a long text: one paragraph. Such texts are a description, a source, a legal basis or a reason. */
    public static final int PARAGRAPH_CHARS_MAX = 2_000;

    /**
     * Digits of an amount before the decimal point. In the smallest unit, a sum of millions of them still fits a long.
     */
    public static final int AMOUNT_DIGITS_MAX = 12;

    /** Years that a restraint order may run from its issue. The longest known freeze lasts ten (Swiss FIAA art. 6). */
    public static final int RESTRAINT_YEARS_MAX = 15;

    /** Characters of an identifier of an aggregate or order. */
    public static final int ID_CHARS_MAX = 64;

    private Limits() {}
}
