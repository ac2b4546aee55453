package org.repatria.cases.domain.lifecycle;

import static org.repatria.cases.domain.lifecycle.Guard.ALONE_IN_EXECUTION;
import static org.repatria.cases.domain.lifecycle.Guard.IN_AGREED_STRATEGY;
import static org.repatria.cases.domain.lifecycle.Guard.NOT_AFTER_RIGHTS_REFUSAL;
import static org.repatria.cases.domain.lifecycle.Guard.NOT_BARRED;
import static org.repatria.cases.domain.lifecycle.Guard.NOT_DISGUISED;
import static org.repatria.cases.domain.lifecycle.Guard.NO_STAY_IN_FORCE;
import static org.repatria.cases.domain.lifecycle.Guard.SHARING_ALLOWED;
import static org.repatria.cases.domain.lifecycle.Line.leaving;
import static org.repatria.cases.domain.lifecycle.Line.start;
import static org.repatria.cases.domain.lifecycle.Particular.day;
import static org.repatria.cases.domain.lifecycle.Particular.text;
import static org.repatria.cases.domain.lifecycle.Particular.word;
import static org.repatria.cases.domain.lifecycle.Particular.yes;

import java.util.List;
import org.repatria.cases.domain.SharedWord;
import org.repatria.cases.domain.law.Gate;

/**
 * Removal on grounds of immigration law. It is the host state's own, and the requesting state gives facts and travel
 * documents only.
 */
final class RemovalTable {

    static final Lifecycle REMOVAL = Lifecycle.of(
            "removal",
            "Removal",
            "Immigration law of the host state (examples: United States); CAT art. 3; Refugee Convention art. 33",
            List.of("NOT_REMOVABLE", "PROTECTION_GRANTED", "REMOVED", "TERMINATED"),
            List.of("TRAVEL_DOC_PENDING", "READY", "VOLUNTARY_DEPARTURE"),
            // Asylum and protection against removal look like the rest of the proceedings, and like other ends of them.
            ToldWords.bare()
                    .as(
                            "PROCEEDING",
                            "REFERRED",
                            "STATUS_CHECK",
                            "CHARGED",
                            "IN_HEARING",
                            "RELIEF_PENDING",
                            "ORDERED",
                            "UNDER_APPEAL",
                            "FINAL_ORDER")
                    .as("NOT_AVAILABLE", "NOT_REMOVABLE", "PROTECTION_GRANTED", "SUPERVISED_RELEASE", "TERMINATED")
                    .byName("TRAVEL_DOC_PENDING", "READY", "REMOVED", "VOLUNTARY_DEPARTURE")
                    .confiding("RELIEF_PENDING", "PROTECTION_GRANTED")
                    .meaning(SharedWord.NOT_AVAILABLE, "NOT_AVAILABLE"),
            start().to("REFERRED")
                    .by("HS-CO", "HS-LO")
                    .guards(IN_AGREED_STRATEGY)
                    .source("lifecycle of the case"),
            leaving("REFERRED")
                    .to("STATUS_CHECK")
                    .by("HS-CO")
                    .needs(
                            text("breach", "the facts of a breach of immigration law, not the list alone"),
                            text("factSources", "the source of each fact"))
                    .source("lifecycle of removal; SG-14"),
            leaving("STATUS_CHECK")
                    .to("NOT_REMOVABLE")
                    .by("HS-LO")
                    .needs(word("finding", "why not", "NATIONAL", "VALID_STATUS_NO_GROUND"))
                    .reasoned()
                    .source("ST-10, ST-17; denaturalisation is a court case of its own"),
            leaving("STATUS_CHECK")
                    .to("CHARGED")
                    .by("HS-LO")
                    .gate(Gate.REMOVAL_CHARGE)
                    .guards(NOT_BARRED, NOT_DISGUISED, NOT_AFTER_RIGHTS_REFUSAL)
                    .needs(
                            word(
                                    "ground",
                                    "the ground of removal",
                                    "VISA_FRAUD",
                                    "INADMISSIBLE_AT_ENTRY",
                                    "OVERSTAY",
                                    "CRIMINAL_CONVICTION",
                                    "MONEY_LAUNDERING",
                                    "OFFICIAL_CORRUPTION_BAR"),
                            text("notDisguised", "why this is not disguised extradition"))
                    .with("charging document")
                    .source("SG-14; INA 212, 237"),
            leaving("CHARGED")
                    .to("IN_HEARING")
                    .byCourt("notice of hearing")
                    .needs(
                            text("noticeLanguage", "a language that the person understands"),
                            yes("counselTold", "the right to counsel was told"),
                            yes("fileAccess", "access to the file is given"))
                    .source("ICCPR art. 13"),
            leaving("IN_HEARING")
                    .to("RELIEF_PENDING")
                    .by("HS-LO")
                    .needs(word("claim", "what the person claims", "ASYLUM", "WITHHOLDING", "CAT", "OTHER"))
                    .clocks("CLK-REM-ASY")
                    .source("8 CFR 208.6: no contact with the requesting state about the claim"),
            leaving("IN_HEARING", "RELIEF_PENDING")
                    .to("ORDERED")
                    .byCourt("order of removal")
                    .clocks("CLK-REM-US-BIA*")
                    .source("8 CFR 1003.38(b)"),
            leaving("IN_HEARING", "RELIEF_PENDING")
                    .to("PROTECTION_GRANTED")
                    .byCourt("decision on protection")
                    .source("Refugee Convention art. 33; CAT art. 3"),
            leaving("IN_HEARING", "RELIEF_PENDING", "UNDER_APPEAL")
                    .to("TERMINATED")
                    .byCourt("decision that ends the proceedings")
                    .source("law of the host state"),
            leaving("IN_HEARING")
                    .to("VOLUNTARY_DEPARTURE")
                    .byCourt("order that permits departure")
                    .guards(ALONE_IN_EXECUTION)
                    .needs(day("departBy", "the day by which the person leaves"))
                    .clocks("CLK-REM-US-VD*")
                    .source("8 U.S.C. 1229c"),
            leaving("VOLUNTARY_DEPARTURE")
                    .to("TERMINATED")
                    .by("HS-CO", "HS-LO")
                    .with("proof of departure")
                    .source("8 U.S.C. 1229c"),
            leaving("VOLUNTARY_DEPARTURE")
                    .to("FINAL_ORDER")
                    .by("HS-LO")
                    .needs(word("appeal", "how the way of appeal ended", "WAIVED", "LAPSED", "DISMISSED"))
                    .clocks("CLK-REM-US-VD*", "CLK-REM-US-90", "CLK-REM-US-PFR", "CLK-REM-US-ZAD")
                    .source("8 U.S.C. 1229c: the permit turns into an order"),
            leaving("ORDERED")
                    .to("UNDER_APPEAL")
                    .byCourt("notice of appeal")
                    .clocks("CLK-REM-US-BIA*")
                    .source("8 CFR 1003.38(b)"),
            leaving("UNDER_APPEAL")
                    .to("ORDERED")
                    .byCourt("decision on appeal")
                    .backToWhereItWas()
                    .source("8 CFR 1240.15"),
            leaving("ORDERED")
                    .to("FINAL_ORDER")
                    .by("HS-LO")
                    .needs(word("appeal", "how the way of appeal ended", "WAIVED", "LAPSED", "DISMISSED"))
                    .clocks("CLK-REM-US-90", "CLK-REM-US-PFR", "CLK-REM-US-ZAD")
                    .source("8 U.S.C. 1231(a)(1)"),
            leaving("FINAL_ORDER", "TRAVEL_DOC_PENDING", "READY", "SUPERVISED_RELEASE")
                    .to("PROTECTION_GRANTED")
                    .byCourt("withholding or deferral of removal")
                    .source("CAT art. 3"),
            leaving("PROTECTION_GRANTED")
                    .to("IN_HEARING")
                    .byCourt("decision to reopen")
                    .needs(text("newEvidence", "the new evidence or assurance"))
                    .source("review of deferral"),
            leaving("PROTECTION_GRANTED")
                    .to("TRAVEL_DOC_PENDING")
                    .by("HS-LO")
                    .approvedBy("HS-SU", "HS-HD")
                    .gate(Gate.REMOVAL_CHARGE)
                    .guards(ALONE_IN_EXECUTION, NO_STAY_IN_FORCE)
                    .needs(text("thirdState", "the third state that takes the person"))
                    .with("fresh assessment of the risk there")
                    .clocks("CLK-POL-TRAVEL-DOCUMENT")
                    .source("CAT art. 3; ST-08: third state only"),
            leaving("FINAL_ORDER", "SUPERVISED_RELEASE")
                    .to("TRAVEL_DOC_PENDING")
                    .by("HS-CO")
                    .guards(ALONE_IN_EXECUTION, SHARING_ALLOWED)
                    .needs(text("dataSent", "the data sent: only what the document needs"))
                    .clocks("CLK-POL-TRAVEL-DOCUMENT")
                    .source("lifecycle of removal; SG-21"),
            leaving("TRAVEL_DOC_PENDING")
                    .to("READY")
                    .by("RS-LI", "HS-CO")
                    .guards(ALONE_IN_EXECUTION)
                    .needs(yes("identityVerified", "the issuing state verified the identity"))
                    .with("travel document")
                    .clocks("CLK-POL-TRAVEL-DOCUMENT")
                    .source("lifecycle of removal"),
            leaving("READY")
                    .to("REMOVED")
                    .by("HS-CO", "HS-LO")
                    .gate(Gate.REMOVAL_EXECUTION)
                    .guards(NO_STAY_IN_FORCE, ALONE_IN_EXECUTION, NOT_BARRED, NOT_DISGUISED, NOT_AFTER_RIGHTS_REFUSAL)
                    .needs(
                            text("medicalFitness", "who found the person fit to travel"),
                            text("escortPlan", "the escort plan"),
                            day("toldOn", "when the receiving state was told the date"))
                    .with("escort record")
                    .clocks("CLK-REM-US-90")
                    .source("CAT art. 3; 8 U.S.C. 1231"),
            leaving("FINAL_ORDER", "TRAVEL_DOC_PENDING", "READY")
                    .to("SUPERVISED_RELEASE")
                    .by("HS-LO")
                    .reasoned()
                    .clocks("CLK-REM-US-ZAD")
                    .source("Zadvydas v Davis, 533 U.S. 678 (2001)"),
            leaving(
                            "REFERRED",
                            "STATUS_CHECK",
                            "CHARGED",
                            "ORDERED",
                            "FINAL_ORDER",
                            "TRAVEL_DOC_PENDING",
                            "READY",
                            "SUPERVISED_RELEASE")
                    .to("TERMINATED")
                    .by("HS-LO")
                    .needs(word(
                            "ending",
                            "why it ends",
                            "PERSON_DEAD",
                            "PERSON_LEFT",
                            "REFERRAL_WITHDRAWN",
                            "NO_LONGER_REMOVABLE"))
                    .reasoned()
                    .source("lifecycle of the case, invariant (v); law of the host state"));

    private RemovalTable() {}
}
