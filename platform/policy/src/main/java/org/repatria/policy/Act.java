package org.repatria.policy;

/** What somebody may want to do; who may stands in the table. */
public enum Act {
    HAND_OVER_LIST,
    READ_LIST,
    ACKNOWLEDGE_LIST,
    /** Proposes to release or reject a row that was held. */
    PROPOSE_ROW,
    /** Agrees with it as the second person. */
    APPROVE_ROW,
    READ_LIST_JOURNAL,
    OPEN_CASE,
    READ_CASE,
    SUBMIT_CASE,
    RETURN_CASE,
    RECORD_ANSWER,
    /** Says who the person sought is instead, or agrees with it as the second person. */
    CORRECT_IDENTITY,
    ASSIGN_CASE,
    HOLD_CASE,
    CLOSE_CASE,
    READ_CASE_JOURNAL,
    RECORD_FACTS,
    ASSESS,
    PROPOSE_STRATEGY,
    COUNTERSIGN,
    /** Opens or moves a pathway, a notice, an assurance or the case. The tables say which officer for which row. */
    MOVE,
    /** Says that another case leans on a notice; asked of both cases. */
    LEAN,
    /** Records or approves a check or a stay; the rule of the check says which officer. */
    CHECK,
    OVERRIDE,
    MARK_CONFLICT,
    SHARE,
    /** Opens a compartment of the case to an officer, or closes it. */
    GRANT,
    /** Opens a compartment alone, in an emergency. */
    BREAK_GLASS,
    /** Records what clocks hang on, and settles them. */
    KEEP_TIME,
    /** Reads what waits for whom across cases; what is seen of it is a question of each case. */
    READ_WORK,
    READ_SHARED,
    REGISTER_ASSET,
    READ_ASSET,
    RECORD_ASSET_FACTS,
    RECORD_COURT_ORDERS,
    /** Findings on an asset, and the second person's word on them and on orders. */
    MOVE_ASSET,
    /** Takes who is behind an asset out of the house, as a file. */
    EXPORT_ASSET,
    READ_ASSET_JOURNAL,
    /** Who claims something of an asset, and what is kept for them. */
    READ_CLAIMS,
    RECORD_CLAIMS,
    /** Who gets what of the money that an asset brought. */
    READ_DISTRIBUTIONS,
    /** Which steps on an asset its cases bear: how their safeguards stand. */
    READ_CASE_GROUNDS,
    REGISTER_COMPANY,
    READ_COMPANY,
    RECORD_COMPANY_FACTS,
    READ_COMPANY_JOURNAL,
    READ_RATES,
    /** Brings what currencies were worth in one another, by hand or as a file. */
    RECORD_RATES,
    READ_ALERTS,
    ACT_ON_ALERTS,
    READ_ALERT_JOURNAL,
    READ_REFERENCE,
    PROPOSE_AMENDMENT,
    APPROVE_AMENDMENT,
    WITHDRAW_AMENDMENT,
    READ_REFERENCE_JOURNAL,
    READ_ACCESS_JOURNAL,
    READ_METRICS,
    READ_PARKED,
    REDRIVE_PARKED,
    LEAVE_OUT_PARKED,
    READ_REFILLS,
    BEGIN_REFILL,
    READ_OVERVIEW,
    READ_SELF
}
