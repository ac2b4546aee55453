package org.repatria.cases.domain.lifecycle;

import static org.repatria.cases.domain.lifecycle.Guard.NOT_BARRED;
import static org.repatria.cases.domain.lifecycle.Guard.NOT_UNDER_CHALLENGE;
import static org.repatria.cases.domain.lifecycle.Line.leaving;
import static org.repatria.cases.domain.lifecycle.Line.start;
import static org.repatria.cases.domain.lifecycle.Particular.text;
import static org.repatria.cases.domain.lifecycle.Particular.word;
import static org.repatria.cases.domain.lifecycle.Particular.yes;

import java.util.List;
import org.repatria.cases.domain.law.Gate;

/** A notice of INTERPOL: a request, no conviction, and withdrawn at once when its purpose is met. */
final class NoticeTable {

    private static final Particular[] RED = {
        word("crime", "an ordinary-law crime, serious enough", "SERIOUS_ORDINARY_LAW")
                .onceForAll()
                .onlyIf("colour", "RED"),
        word("penalty", "the threshold that is met", "TRIAL_MAX_AT_LEAST_2_YEARS", "CONVICTED_AT_LEAST_6_MONTHS")
                .onceForAll()
                .onlyIf("colour", "RED"),
        text("warrant", "the valid warrant or judgment").onceForAll().onlyIf("colour", "RED"),
        text("identifiers", "the identifiers").onceForAll().onlyIf("colour", "RED"),
        text("facts", "the facts").onceForAll().onlyIf("colour", "RED"),
        yes("willSeekExtradition", "the promise to seek extradition")
                .onceForAll()
                .onlyIf("colour", "RED")
    };

    static final Lifecycle NOTICE = Lifecycle.of(
            "notice",
            "INTERPOL notice",
            "INTERPOL Constitution arts 2, 3; Rules on the Processing of Data (RPD)",
            List.of("DELETED", "EXPIRED", "WITHDRAWN"),
            List.of(),
            // Why a notice is withdrawn may be that the person has protection.
            ToldWords.detailed()
                    .keeping("ground")
                    .byName(
                            "DRAFT",
                            "LEGAL_CHECK",
                            "SUBMITTED",
                            "UNDER_IPSG_REVIEW",
                            "PUBLISHED",
                            "EXTENDED",
                            "SUSPENDED",
                            "DELETED",
                            "EXPIRED",
                            "WITHDRAWN"),
            start().to("DRAFT")
                    .by("CO", "LO")
                    .needs(word(
                                    "colour",
                                    "the colour",
                                    "RED",
                                    "BLUE",
                                    "GREEN",
                                    "YELLOW",
                                    "BLACK",
                                    "SILVER",
                                    "DIFFUSION")
                            .onceForAll())
                    .source("RPD arts 82-99"),
            leaving("DRAFT").to("LEGAL_CHECK").by("CO", "LO").needs(RED).source("RPD arts 82-87"),
            leaving("LEGAL_CHECK").to("DRAFT").by("LO").reasoned().source("SG-08"),
            leaving("LEGAL_CHECK")
                    .to("SUBMITTED")
                    .by("LO")
                    .approvedBy("SU", "HD")
                    .gate(Gate.NOTICE_PUBLISH)
                    .guards(NOT_UNDER_CHALLENGE, NOT_BARRED)
                    .needs(RED)
                    .source("INTERPOL Constitution arts 2, 3; SG-08"),
            leaving("SUBMITTED").to("UNDER_IPSG_REVIEW").by("CO", "LO").source("RPD art. 86"),
            leaving("UNDER_IPSG_REVIEW")
                    .to("PUBLISHED")
                    .by("CO", "LO")
                    .gate(Gate.NOTICE_PUBLISH)
                    .guards(NOT_UNDER_CHALLENGE, NOT_BARRED)
                    .needs(RED)
                    .needs(text("number", "the control number"))
                    .clocks("CLK-INT-5Y*")
                    .source("RPD arts 82-87"),
            leaving("PUBLISHED", "EXTENDED")
                    .to("EXTENDED")
                    .by("LO")
                    .gate(Gate.NOTICE_PUBLISH)
                    .guards(NOT_UNDER_CHALLENGE, NOT_BARRED)
                    .reasoned()
                    .clocks("CLK-INT-5Y*")
                    .source("RPD arts 49-50"),
            leaving("PUBLISHED", "EXTENDED")
                    .to("SUSPENDED")
                    .by("CO", "LO")
                    .needs(word("decidedBy", "who blocked it", "CCF", "IPSG"))
                    .source("CCF Statute art. 37; RPD"),
            leaving("SUSPENDED")
                    .to("PUBLISHED", "EXTENDED")
                    .backToWhereItWas()
                    .by("LO")
                    .gate(Gate.NOTICE_PUBLISH)
                    .guards(NOT_UNDER_CHALLENGE, NOT_BARRED)
                    .needs(RED)
                    .with("decision that lifts the block")
                    .source("CCF Statute"),
            leaving("UNDER_IPSG_REVIEW", "PUBLISHED", "EXTENDED", "SUSPENDED")
                    .to("DELETED")
                    .by("CO", "LO")
                    .needs(word("decidedBy", "who refused or deleted it", "CCF", "IPSG"))
                    .with("decision")
                    .source("CCF Statute arts 39-40; INTERPOL Constitution arts 2, 3"),
            leaving("PUBLISHED", "EXTENDED", "SUSPENDED")
                    .to("EXPIRED")
                    .by("CO", "LO")
                    .clocks("CLK-INT-5Y*")
                    .source("RPD arts 49-50"),
            leaving("DRAFT", "LEGAL_CHECK", "SUBMITTED", "UNDER_IPSG_REVIEW", "PUBLISHED", "EXTENDED", "SUSPENDED")
                    .to("WITHDRAWN")
                    .by("CO", "LO")
                    .needs(word(
                            "ground", "why", "PURPOSE_MET", "WARRANT_LIFTED", "REFUGEE_STATUS", "PERSON_DEAD", "ERROR"))
                    .source("RPD art. 51; INTERPOL refugee policy"));

    private NoticeTable() {}
}
