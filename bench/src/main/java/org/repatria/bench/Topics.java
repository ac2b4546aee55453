package org.repatria.bench;

/** What of the published language the measurement reads, as any subscriber would. */
final class Topics {

    static final String CASE_EVENTS = "repatria.case.events";
    static final String CASE_SNAPSHOTS = "repatria.case.snapshots";
    static final String ASSET_SNAPSHOTS = "repatria.asset.snapshots";
    static final String TYPE = "ce_type";
    static final String SUBJECT = "ce_subject";
    static final String ID = "ce_id";
    static final String SEQUENCE = "ce_sequence";
    static final String CASE_OPENED = "case.opened.v1";
    static final String CASE_ASSIGNED = "case.assigned.v1";
    static final String CASE_ASSESSED = "case.assessed.v1";

    private Topics() {}
}
