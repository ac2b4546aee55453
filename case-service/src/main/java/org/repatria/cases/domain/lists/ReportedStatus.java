package org.repatria.cases.domain.lists;

/** What the requesting state says about the person's being alive. */
public enum ReportedStatus {
    LIVING,
    DECEASED,
    UNKNOWN
}
