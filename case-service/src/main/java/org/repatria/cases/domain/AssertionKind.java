package org.repatria.cases.domain;

/** What kind of statement a thing on file is (source: Directive (EU) 2016/680, art. 7). */
public enum AssertionKind {
    FACT,
    ASSESSMENT,
    RS_ALLEGATION
}
