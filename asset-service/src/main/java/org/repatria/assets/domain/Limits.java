package org.repatria.assets.domain;

/** Every bound of this service, with its unit and reason. */
public final class Limits {

    /** Cases that one asset may be linked to: a shared holding of a large network. Beyond it the links say nothing. */
    public static final int LINKS_MAX = 50;

    /**
     * Assets that one case may have: what was found of the largest networks. A case that appears or closes tells them
     * all, in batches.
     */
    public static final int ASSETS_PER_CASE_MAX = 5_000;

    /** Entries on where one asset is or was: a ship that changes its port every month for four years. */
    public static final int PLACES_MAX = 50;

    /** Valuations of one asset: two a month for eight years, and the document stays small. */
    public static final int VALUATIONS_MAX = 200;

    /** Court orders of one asset, extensions included: monthly extensions over eight years. */
    public static final int ORDERS_MAX = 100;

    /** Steps in the life of one order or claim: service on each of a hundred holders, and as much again. */
    public static final int CHANGES_MAX = 200;

    /** Entries of all orders on one asset in public registers. Several registers for each of some tens of orders. */
    public static final int REGISTER_ENTRIES_MAX = 200;

    /** Times that the requesting state is asked about one asset: more than measures are lifted of any. */
    public static final int HEARINGS_MAX = 50;

    /** What is due for one asset, paid or not: a payment a month for sixteen years. */
    public static final int UPKEEP_MAX = 200;

    /** Findings on one asset, and steps that wait for a second person. More than that wait for nobody. */
    public static final int FINDINGS_MAX = 50;

    /** Claims on one asset: more than that are a class of claimants, who come to a court as one. */
    public static final int CLAIMS_MAX = 100;

    /** Identifiers of one asset: more than that are several assets. */
    public static final int IDENTIFIERS_MAX = 10;

    /** Corrections of the identifiers of one asset: more than that is no reading of papers any more. */
    public static final int CORRECTIONS_MAX = 50;

    /** Addresses of one wallet: what its holder has used; those of an exchange are the exchange's. */
    public static final int WALLET_ADDRESSES_MAX = 100;

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

    /**
     * Assets that meet because they say the same of themselves. What comes later finds nobody: so many things under one
     * description are described too briefly to be told apart by it.
     */
    public static final int ALIKE_MAX = 20;

    /** Others that one asset takes in over its life: what is on file more often than that is no oversight. */
    public static final int TAKEN_IN_MAX = 20;

    /** Assets that one asset may be told to be like. A person looks at each. */
    public static final int POSSIBLE_DUPLICATES_MAX = 50;

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
