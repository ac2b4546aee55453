package org.repatria.cases.domain.lifecycle;

/**
 * What a move asks of the rest of its case. A guard is met only by what is known: UNKNOWN never meets one.
 *
 * <p>Each says what it means, and where it comes from; the case answers with what stands in the way.
 */
public enum Guard {
    /** No stay recorded on the case, by a court or a treaty body, is in force on the day of the move. */
    NO_STAY_IN_FORCE(
            "no stay of a court or treaty body is in force on the day",
            "ECtHR Rule 39; CAT rules of procedure 114; HRC rule 94; invariant of the extradition table"),

    /**
     * No other course of the case that moves the person is in execution. Such are extradition, removal and voluntary
     * return.
     */
    ALONE_IN_EXECUTION(
            "no other pathway that moves the person is in its execution", "lifecycle of the case, invariant (i)"),

    /**
     * The latest engine run exists and does not say BARRED of this kind of pathway (or notice). What bars a removal to
     * the requesting state does not bar one to a third state, which the course names as {@code thirdState}.
     */
    NOT_BARRED("the latest run of the strategy engine does not bar it", "strategy selection, precedence of BARRED"),

    /**
     * The strategy in force was countersigned by both sides and has this kind of pathway. It names it as a pathway or
     * as its fallback.
     */
    IN_AGREED_STRATEGY("it is part of the strategy that both sides agreed", "lifecycle of the case, STRATEGY_AGREED"),

    /**
     * Limitation is computed NOT_EXPIRED on the day of the move. For an extradition it is so in both states for at
     * least one offence that is alleged, for a host prosecution in the host state for every offence that is charged.
     * Where the file has several, the move says which one that is as {@code offence}.
     */
    LIMITATION_NOT_EXPIRED(
            "limitation is computed as not expired on the day", "UNMT art. 3(e); UNCAC art. 29; limitation rows"),

    /**
     * Every assurance of the case was ACCEPTED (or is IN_FORCE, FULFILLED or CLEARED). One that is only offered is not
     * enough.
     */
    ASSURANCES_ACCEPTED("every assurance that was asked for is accepted", "UNMT art. 4(d); Othman v UK (2012)"),

    /** The cooling-off clock that the signature started has run out. */
    COOLING_OFF_OVER("the cooling-off period is over", "lifecycle of voluntary return, policy clock"),

    /**
     * No refusal of contact by the person lies within the policy pause. This is waived where the person asked for the
     * contact.
     */
    CONTACT_PAUSE_OVER(
            "no refusal of contact lies within the pause, or the person asks",
            "lifecycle of voluntary return, policy clock"),

    /**
     * Beside or after an extradition course of the case, SG-14 stands as passed. SG-14 asks for a ground, a file and a
     * judge of its own.
     */
    NOT_DISGUISED(
            "beside or after an extradition, the opinion on disguised extradition is recorded",
            "SG-14; ST-35; lifecycle of the case, invariant (ii)"),

    /**
     * No extradition course of the case was refused, discharged or barred on a ground of human rights. The grounds are
     * RF-M1, RF-M2, RF-M6 and RF-M7.
     */
    NOT_AFTER_RIGHTS_REFUSAL("no extradition was refused on grounds of rights", "ST-35, disguised extradition"),

    /** The case is not UNDER_CHALLENGE on the moment of the move. */
    NOT_UNDER_CHALLENGE(
            "the person's identity or data are not under challenge", "lifecycle of the case, UNDER_CHALLENGE"),

    /**
     * Every pathway of the case has ended. Every asset course has ended too, or goes on as an asset-only continuation.
     */
    PATHWAYS_ENDED("every pathway has ended", "lifecycle of the case, RESOLVED"),

    /**
     * No asset of the case holds money that is not distributed. The end of an order alone settles nothing: somebody has
     * decided on what was released.
     */
    MONEY_SETTLED(
            "no money is undistributed, and of what was released it is said where it went",
            "lifecycle of the case, CLOSED and invariant (iv)"),

    /** Every notice of the case is withdrawn, deleted or expired. */
    NOTICES_SETTLED("no notice is left standing", "lifecycle of the case, CLOSED; RPD arts 49-51"),

    /** No stay of the scope DATA is in force on the day on which the move is recorded. */
    NO_LEGAL_HOLD("no legal hold lies on it", "data protection rules, 4"),

    /**
     * The last day of the clock of retention lies before the day of the move. The clock is CLK-POL-RETENTION-REVIEW-,
     * then -END-.
     */
    RETENTION_OVER("the retention period is over", "data protection rules, 4; LED art. 5"),

    /**
     * Nothing stops sharing with the other state (SG-21, SG-24, UNDER_CHALLENGE). A restriction, a protection need or
     * an asylum claim would stop it.
     */
    SHARING_ALLOWED("sharing with the other state is allowed", "SG-21; SG-24; 8 CFR 208.6"),

    /** The treaty or other basis of the course is in force on the day of the move, and not suspended. */
    LEGAL_BASIS_IN_FORCE("the legal basis is in force on the day", "SG-07; UNMT art. 1"),

    /**
     * Who proposes the move has never been assigned to this case nor recorded its checks or moves. Asked of the
     * proposer when the move is proposed, never of the second person, who may be the supervisor of the case.
     */
    NOT_ON_CASE_TEAM("the official is not on the case team", "lifecycle of voluntary return; SG-16"),

    /** Asked of the course itself: every later charge is consented to, refused or dropped. */
    LATER_CHARGES_DECIDED("every later charge is decided", "UNMT art. 14; CLK-EXT-SPEC");

    private final String says;
    private final String source;

    Guard(String says, String source) {
        this.says = says;
        this.source = source;
    }

    /** What must hold, as the end of a sentence. */
    public String says() {
        return says;
    }

    public String source() {
        return source;
    }
}
