package org.repatria.cases.domain.lifecycle;

import static org.repatria.cases.domain.lifecycle.Guard.ALONE_IN_EXECUTION;
import static org.repatria.cases.domain.lifecycle.Guard.ASSURANCES_ACCEPTED;
import static org.repatria.cases.domain.lifecycle.Guard.IN_AGREED_STRATEGY;
import static org.repatria.cases.domain.lifecycle.Guard.LATER_CHARGES_DECIDED;
import static org.repatria.cases.domain.lifecycle.Guard.LEGAL_BASIS_IN_FORCE;
import static org.repatria.cases.domain.lifecycle.Guard.LIMITATION_NOT_EXPIRED;
import static org.repatria.cases.domain.lifecycle.Guard.NOT_BARRED;
import static org.repatria.cases.domain.lifecycle.Guard.NOT_DISGUISED;
import static org.repatria.cases.domain.lifecycle.Guard.NO_STAY_IN_FORCE;
import static org.repatria.cases.domain.lifecycle.Line.leaving;
import static org.repatria.cases.domain.lifecycle.Line.start;
import static org.repatria.cases.domain.lifecycle.Particular.day;
import static org.repatria.cases.domain.lifecycle.Particular.text;
import static org.repatria.cases.domain.lifecycle.Particular.word;
import static org.repatria.cases.domain.lifecycle.Particular.yes;

import java.util.List;
import java.util.stream.Stream;
import org.repatria.cases.domain.SharedWord;
import org.repatria.cases.domain.law.Gate;

/** Extradition, from the assessment to the end of the watch over specialty. */
final class ExtraditionTable {

    private static final String[] GROUNDS = {
        "RF-M1", "RF-M2", "RF-M3", "RF-M4", "RF-M5", "RF-M6", "RF-M7", "RF-D1", "RF-D2", "RF-D3", "RF-D4", "RF-D5",
        "RF-D6", "RF-D7", "RF-D8", "RF-X"
    };

    /** A court that discharges on grounds of rights bars a removal in place of the extradition (ST-35). */
    private static final String[] DISCHARGE_GROUNDS =
            Stream.concat(Stream.of(GROUNDS), Stream.of("TIME_LIMIT")).toArray(String[]::new);

    static final Lifecycle EXTRADITION = Lifecycle.of(
            "extradition",
            "Extradition",
            "UN Model Treaty on Extradition (UNMT); UNCAC art. 44; the treaty of the pair",
            List.of(
                    "BARRED",
                    "REFUSED",
                    "DISCHARGED",
                    "RELEASED_TIME_LIMIT",
                    "WITHDRAWN",
                    "REFERRED_AUT_DEDERE",
                    "COMPLETED"),
            List.of("SURRENDER_ORDERED", "TEMP_SURRENDERED", "SURRENDERED"),
            ToldWords.detailed()
                    .byName(
                            "ASSESSMENT",
                            "BARRED",
                            "PA_REQUESTED",
                            "PROVISIONALLY_ARRESTED",
                            "FORMAL_REQUEST_SENT",
                            "RECEIVED",
                            "SUPPLEMENT_REQUESTED",
                            "JUDICIAL_PHASE",
                            "COMMITTED",
                            "UNDER_APPEAL",
                            "EXECUTIVE_DECISION",
                            "SURRENDER_ORDERED",
                            "POSTPONED",
                            "TEMP_SURRENDERED",
                            "SURRENDERED",
                            "SPECIALTY_WATCH",
                            "REFUSED",
                            "DISCHARGED",
                            "RELEASED_TIME_LIMIT",
                            "WITHDRAWN",
                            "REFERRED_AUT_DEDERE",
                            "COMPLETED")
                    .meaning(SharedWord.INFORMATION_REQUESTED, "SUPPLEMENT_REQUESTED"),
            start().to("ASSESSMENT").by("CO", "LO").guards(IN_AGREED_STRATEGY).source("lifecycle of the case"),
            leaving("ASSESSMENT")
                    .to("BARRED")
                    .by("LO")
                    .needs(word("ground", "no treaty where one is needed, or the mandatory ground", GROUNDS))
                    .reasoned()
                    .source("18 U.S.C. 3181(a); UNMT art. 3"),
            leaving("ASSESSMENT")
                    .to("PA_REQUESTED")
                    .by("RS-LO")
                    .approvedBy("RS-SU")
                    .gate(Gate.PROVISIONAL_ARREST)
                    .guards(NOT_BARRED, LEGAL_BASIS_IN_FORCE)
                    .needs(
                            text("urgency", "why it cannot wait, such as a risk of flight"),
                            text("warrant", "the warrant or judgment"),
                            yes("requestWillFollow", "the promise that a formal request follows"))
                    .source("UNMT art. 9(1)-(2)"),
            leaving("PA_REQUESTED")
                    .to("PROVISIONALLY_ARRESTED")
                    .byCourt("record of the arrest")
                    // The request was weighed on what the requesting state may know; the arrest is on everything.
                    .gate(Gate.PROVISIONAL_ARREST)
                    .atExactTime()
                    .clocks("CLK-PA-*", "CLK-EXT-CA-ATP", "CLK-CONS", "CLK-ARR-CA-24")
                    .source("UNMT art. 9(3)-(4)"),
            leaving("PROVISIONALLY_ARRESTED")
                    .to("RELEASED_TIME_LIMIT")
                    .by("HS-LO")
                    .with("order of release")
                    .clocks("CLK-PA-*")
                    .source("UNMT art. 9(4)-(5)"),
            leaving("FORMAL_REQUEST_SENT")
                    .to("RELEASED_TIME_LIMIT")
                    .by("HS-LO")
                    .with("order of release")
                    .onlyAfter("PROVISIONALLY_ARRESTED")
                    .clocks("CLK-PA-*")
                    .source("UNMT art. 9(4)-(5)"),
            leaving("ASSESSMENT", "PA_REQUESTED", "PROVISIONALLY_ARRESTED", "RELEASED_TIME_LIMIT")
                    .to("FORMAL_REQUEST_SENT")
                    .by("RS-LO")
                    .approvedBy("RS-HD")
                    .guards(NOT_BARRED, LEGAL_BASIS_IN_FORCE)
                    .needs(
                            text("translation", "the language of the translation"),
                            text("certification", "by whom the set is certified"),
                            text("assurances", "the assurances as drafted, or why none is needed"))
                    .with("document set of the request")
                    .source("UNMT art. 5; for a late request UNMT art. 9(5)"),
            leaving("FORMAL_REQUEST_SENT", "RELEASED_TIME_LIMIT")
                    .to("RECEIVED")
                    .by("HS-CO", "HS-LI", "RS-LI")
                    .needs(text("receivedBy", "the organ that the treaty names"))
                    .with("stamp of receipt")
                    .clocks("CLK-PA-*")
                    .source("UNMT arts 5, 9(4)-(5)"),
            leaving("RECEIVED")
                    .to("SUPPLEMENT_REQUESTED")
                    .by("HS-LO")
                    .needs(text("wanted", "what is missing"), day("answerBy", "the day that the host state sets"))
                    .clocks("CLK-EXT-SUPP")
                    .source("UNMT art. 8"),
            leaving("SUPPLEMENT_REQUESTED")
                    .to("RECEIVED")
                    .by("RS-LO")
                    .with("supplement")
                    .clocks("CLK-EXT-SUPP")
                    .source("UNMT art. 8"),
            leaving("RECEIVED", "SUPPLEMENT_REQUESTED")
                    .to("JUDICIAL_PHASE")
                    .by("HS-LO")
                    .guards(NOT_BARRED, LEGAL_BASIS_IN_FORCE, LIMITATION_NOT_EXPIRED)
                    .needs(
                            text("legalBasis", "the basis that is valid on the day"),
                            text("dualCriminality", "the opinion on dual criminality"),
                            text("nationality", "what was found on nationality"),
                            text("neBisInIdem", "what was found on earlier judgments"))
                    .with("authority to proceed, or certificate")
                    .clocks("CLK-EXT-CA-ATP")
                    .source("UNMT arts 2-4; UNCAC art. 44"),
            leaving("RECEIVED")
                    .to("EXECUTIVE_DECISION")
                    .by("HS-LO")
                    .needs(word("plainGround", "the ground that is plain on the papers", GROUNDS))
                    .reasoned()
                    .clocks("CLK-EXT-EXEC-*", "CLK-EXT-REP-*")
                    .source("UNMT arts 3-4, 10; UNCAC art. 44(17)"),
            leaving("JUDICIAL_PHASE")
                    .to("COMMITTED")
                    .byCourt("order of committal")
                    .needs(
                            word("basis", "after a hearing, or by consent", "HEARING", "CONSENT"),
                            text("counsel", "who defended the person"),
                            text("evidenceStandard", "the standard that was met")
                                    .onlyIf("basis", "HEARING"),
                            yes("consentBeforeJudge", "written consent, given before a judge")
                                    .onlyIf("basis", "CONSENT"),
                            yes("effectExplained", "the effect, and that it is final, was explained")
                                    .onlyIf("basis", "CONSENT"))
                    .clocks("CLK-EXT-APPEAL-*", "CLK-EXT-CA-MIN", "CLK-EXT-SURR-US")
                    .source("UNMT arts 6, 10"),
            leaving("JUDICIAL_PHASE")
                    .to("DISCHARGED")
                    .byCourt("order of discharge")
                    .needs(word("ground", "why the court discharges", DISCHARGE_GROUNDS))
                    .clocks("CLK-EXT-APPEAL-*")
                    .source("UNMT art. 10"),
            leaving("COMMITTED")
                    .to("UNDER_APPEAL")
                    .byCourt("notice of appeal")
                    .unless("basis", "CONSENT")
                    .clocks("CLK-EXT-APPEAL-*")
                    .source("law of the host state"),
            leaving("UNDER_APPEAL")
                    .to("COMMITTED")
                    .byCourt("judgment on appeal")
                    .needs(word("basis", "the committal stands after a hearing", "HEARING")
                            .onceForAll())
                    .clocks("CLK-EXT-APPEAL-*", "CLK-EXT-CA-MIN", "CLK-EXT-SURR-US")
                    .source("law of the host state"),
            leaving("UNDER_APPEAL")
                    .to("DISCHARGED")
                    .byCourt("judgment on appeal")
                    .needs(word("ground", "why the court discharges", DISCHARGE_GROUNDS))
                    .clocks("CLK-EXT-APPEAL-*")
                    .source("law of the host state"),
            leaving("COMMITTED")
                    .to("EXECUTIVE_DECISION")
                    .by("HS-LO")
                    .with("file for the minister")
                    .clocks("CLK-EXT-EXEC-*", "CLK-EXT-REP-*", "CLK-EXT-CA-MIN")
                    .source("law of the host state"),
            leaving("EXECUTIVE_DECISION")
                    .to("SURRENDER_ORDERED")
                    .by("HS-LO")
                    .approvedBy("HS-SU", "HS-HD")
                    .gate(Gate.SURRENDER)
                    .guards(
                            NOT_BARRED,
                            LEGAL_BASIS_IN_FORCE,
                            ASSURANCES_ACCEPTED,
                            NO_STAY_IN_FORCE,
                            ALONE_IN_EXECUTION,
                            NOT_DISGUISED)
                    .needs(
                            text("deathPenalty", "the decision on the death penalty"),
                            text("specialty", "the decision on specialty"),
                            text("tortureRisk", "the decision on the risk of torture"),
                            text("humanitarian", "the decision on humanitarian grounds"),
                            text("decidedBy", "the minister or secretary"))
                    .with("decision")
                    .clocks("CLK-EXT-EXEC-*", "CLK-EXT-SURR-*", "CLK-EXT-APPEAL-*")
                    .source("UNMT arts 3(f), 4(d), 4(h), 11, 14"),
            leaving("EXECUTIVE_DECISION", "POSTPONED")
                    .to("REFUSED")
                    .by("HS-LO")
                    .approvedBy("HS-SU", "HS-HD")
                    .needs(
                            word("ground", "the ground of refusal", GROUNDS),
                            day("consultedOn", "when the requesting state was consulted"))
                    .with("decision")
                    .clocks("CLK-EXT-EXEC-*", "CLK-EXT-APPEAL-*")
                    .source("UNMT arts 3-4, 10; UNCAC art. 44(17)"),
            leaving("EXECUTIVE_DECISION")
                    .to("POSTPONED")
                    .by("HS-LO")
                    .approvedBy("HS-SU", "HS-HD")
                    .needs(text("until", "what must end first"))
                    .with("decision")
                    .source("UNMT art. 12(1)"),
            leaving("POSTPONED")
                    .to("SURRENDER_ORDERED")
                    .by("HS-LO")
                    .approvedBy("HS-SU", "HS-HD")
                    .gate(Gate.SURRENDER)
                    .guards(
                            NOT_BARRED,
                            LEGAL_BASIS_IN_FORCE,
                            ASSURANCES_ACCEPTED,
                            NO_STAY_IN_FORCE,
                            ALONE_IN_EXECUTION,
                            NOT_DISGUISED)
                    .needs(text("decidedBy", "the minister or secretary"))
                    .with("decision")
                    .clocks("CLK-EXT-SURR-*", "CLK-EXT-APPEAL-*")
                    .source("UNMT art. 12(1)"),
            leaving("POSTPONED")
                    .to("TEMP_SURRENDERED")
                    .by("HS-LO")
                    .approvedBy("HS-SU", "HS-HD")
                    .gate(Gate.SURRENDER)
                    .guards(
                            NOT_BARRED,
                            LEGAL_BASIS_IN_FORCE,
                            ASSURANCES_ACCEPTED,
                            NO_STAY_IN_FORCE,
                            ALONE_IN_EXECUTION,
                            NOT_DISGUISED)
                    .needs(
                            text("conditions", "the conditions agreed"),
                            day("backBy", "the day by which the person is back"))
                    .with("agreement on temporary surrender")
                    .source("UNMT art. 12(2)"),
            leaving("TEMP_SURRENDERED")
                    .to("POSTPONED")
                    .by("HS-LO")
                    .with("record of return")
                    .source("UNMT art. 12(2)"),
            leaving("EXECUTIVE_DECISION")
                    .to("REFERRED_AUT_DEDERE")
                    .by("HS-LO")
                    .needs(
                            word(
                                    "ground",
                                    "nationality, death penalty or place of the offence, as the treaty says",
                                    "RF-D1",
                                    "RF-D4",
                                    "RF-D6"),
                            day("refusedOn", "when extradition was refused"),
                            yes("requestingStateAsks", "the requesting state asks for it"))
                    .with("decision")
                    .reasoned()
                    .opens("hostProsecution")
                    .source("UNCAC art. 44(11); UNMT art. 4(a), (d), (f)"),
            leaving("SURRENDER_ORDERED")
                    .to("SURRENDERED")
                    .by("HS-CO", "HS-LO")
                    .gate(Gate.SURRENDER)
                    .guards(NO_STAY_IN_FORCE, ALONE_IN_EXECUTION, ASSURANCES_ACCEPTED, NOT_BARRED)
                    .needs(text("place", "where the person was handed over"), text("receivedBy", "who took over"))
                    .with("escort record of both sides")
                    .clocks("CLK-EXT-SURR-*")
                    .source("UNMT art. 11; ECtHR Rule 39"),
            leaving("SURRENDER_ORDERED")
                    .to("DISCHARGED")
                    .byCourt("order of discharge")
                    .needs(word("ground", "why the court discharges", DISCHARGE_GROUNDS))
                    .clocks("CLK-EXT-SURR-*", "CLK-EXT-APPEAL-*")
                    .source("UNMT art. 11(3); 18 U.S.C. 3188"),
            leaving("SURRENDERED")
                    .to("SPECIALTY_WATCH")
                    .by("RS-LO")
                    .needs(text("offences", "the offences for which surrender was granted"))
                    .source("UNMT art. 14"),
            leaving("SPECIALTY_WATCH")
                    .to("COMPLETED")
                    .by("RS-LO")
                    .guards(LATER_CHARGES_DECIDED)
                    .needs(
                            text("finalDischarge", "how the proceedings ended"),
                            text("assurancesKept", "what monitoring of the assurances found"))
                    .clocks("CLK-EXT-SPEC*")
                    .source("UNMT art. 14(3)"),
            leaving(
                            "ASSESSMENT",
                            "PA_REQUESTED",
                            "PROVISIONALLY_ARRESTED",
                            "RELEASED_TIME_LIMIT",
                            "FORMAL_REQUEST_SENT",
                            "RECEIVED",
                            "SUPPLEMENT_REQUESTED",
                            "JUDICIAL_PHASE",
                            "COMMITTED",
                            "UNDER_APPEAL",
                            "EXECUTIVE_DECISION",
                            "POSTPONED",
                            "TEMP_SURRENDERED",
                            "SURRENDER_ORDERED",
                            "SURRENDERED",
                            "SPECIALTY_WATCH")
                    .to("WITHDRAWN")
                    .by("RS-HD")
                    .needs(yes("hostStateTold", "the host state was told the same day"))
                    .reasoned()
                    .source("lifecycle of extradition; comity"));

    private ExtraditionTable() {}
}
