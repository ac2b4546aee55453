package org.repatria.cases.domain.lifecycle;

import static org.repatria.cases.domain.lifecycle.Guard.ALONE_IN_EXECUTION;
import static org.repatria.cases.domain.lifecycle.Guard.CONTACT_PAUSE_OVER;
import static org.repatria.cases.domain.lifecycle.Guard.COOLING_OFF_OVER;
import static org.repatria.cases.domain.lifecycle.Guard.IN_AGREED_STRATEGY;
import static org.repatria.cases.domain.lifecycle.Guard.NOT_BARRED;
import static org.repatria.cases.domain.lifecycle.Guard.NOT_ON_CASE_TEAM;
import static org.repatria.cases.domain.lifecycle.Guard.NOT_UNDER_CHALLENGE;
import static org.repatria.cases.domain.lifecycle.Guard.NO_STAY_IN_FORCE;
import static org.repatria.cases.domain.lifecycle.Line.leaving;
import static org.repatria.cases.domain.lifecycle.Line.start;
import static org.repatria.cases.domain.lifecycle.Particular.text;
import static org.repatria.cases.domain.lifecycle.Particular.word;
import static org.repatria.cases.domain.lifecycle.Particular.yes;

import java.util.List;
import org.repatria.cases.domain.SharedWord;
import org.repatria.cases.domain.law.Gate;

/** Return by free, informed and counselled choice. The person can take it back at any time before departure. */
final class VoluntaryReturnTable {

    static final Lifecycle VOLUNTARY_RETURN = Lifecycle.of(
            "voluntaryReturn",
            "Voluntary return",
            "Consent of the host state (UNCAC art. 4); policy of the house",
            List.of("DECLINED", "CONSENT_WITHDRAWN", "ABORTED_COERCION", "COMPLETED"),
            List.of("TRAVEL_ARRANGED", "RETURNED"),
            // Who was pressed, and who said no, look alike; how far a person has come to a decision is that person's.
            ToldWords.bare()
                    .as(
                            "IN_CONTACT",
                            "CONTACT_PROPOSED",
                            "CONTACT_AUTHORISED",
                            "CONTACTED",
                            "INTERESTED",
                            "COUNSELLED",
                            "TERMS_RECORDED",
                            "CONSENT_SIGNED",
                            "COOLING_OFF")
                    .byName("VOLUNTARINESS_CERTIFIED", "TRAVEL_ARRANGED", "RETURNED", "FOLLOW_UP", "COMPLETED")
                    .as("NOT_AVAILABLE", "DECLINED", "CONSENT_WITHDRAWN", "ABORTED_COERCION")
                    .confiding("ABORTED_COERCION")
                    .meaning(SharedWord.NOT_AVAILABLE, "NOT_AVAILABLE"),
            start().to("CONTACT_PROPOSED")
                    .by("CO", "LO")
                    .guards(IN_AGREED_STRATEGY)
                    .source("lifecycle of the case"),
            leaving("CONTACT_PROPOSED")
                    .to("CONTACT_AUTHORISED")
                    .by("HS-SU")
                    .approvedBy("HS-HD")
                    .gate(Gate.VOLUNTARY_RETURN_CONTACT)
                    .guards(NOT_BARRED, CONTACT_PAUSE_OVER, NOT_UNDER_CHALLENGE)
                    .needs(
                            text("persons", "who will speak with the person, by name"),
                            text("place", "where"),
                            text("means", "how"),
                            text("presence", "the officer of the host state, or neutral, who is present"),
                            yes("noRelatives", "no relative is used as pressure"))
                    .source("SG-15; UNCAC art. 4; ST-07, ST-23"),
            leaving("CONTACT_AUTHORISED")
                    .to("CONTACTED")
                    .by("HS-CO")
                    .guards(NOT_UNDER_CHALLENGE)
                    .needs(text("present", "who was present"))
                    .with("minutes of the contact")
                    .source("SG-15"),
            leaving("CONTACTED")
                    .to("INTERESTED")
                    .by("HS-CO")
                    .with("minutes of the contact")
                    .source("policy of the house"),
            leaving("INTERESTED")
                    .to("COUNSELLED")
                    .by("HS-LO")
                    .needs(
                            text("counsel", "the independent counsel"),
                            text("interpreter", "the interpreter, or that none is needed"),
                            yes("rightsTold", "asylum and CAT rights were told"),
                            yes("noPenaltyTold", "that saying no has no penalty was told"))
                    .source("CAT art. 3; policy of the house"),
            leaving("COUNSELLED")
                    .to("TERMS_RECORDED")
                    .by("HS-LO")
                    .needs(
                            text("terms", "what the requesting state may lawfully promise, and nothing outside"),
                            text("promisedBy", "the organ that may promise it"),
                            text("requestingSide", "the legal officer of the requesting state who confirms it"))
                    .with("record of the terms")
                    .source("lifecycle of voluntary return"),
            leaving("TERMS_RECORDED")
                    .to("CONSENT_SIGNED")
                    .by("HS-LO")
                    .needs(
                            text("counsel", "the counsel who was present"),
                            text("language", "the language of the translation"))
                    .with("signed consent")
                    .clocks("CLK-POL-COOLING-OFF")
                    .source("lifecycle of voluntary return"),
            leaving("CONSENT_SIGNED").to("COOLING_OFF").by("HS-LO").source("policy of the house"),
            leaving("COOLING_OFF")
                    .to("VOLUNTARINESS_CERTIFIED")
                    .by("HS-CO", "HS-LO")
                    .approvedBy("HS-SU")
                    .guards(COOLING_OFF_OVER, NOT_ON_CASE_TEAM)
                    .needs(
                            yes("privateInterview", "the interview was private, without the requesting state"),
                            text("finding", "what the interview found"))
                    .with("record of the interview")
                    .clocks("CLK-POL-COOLING-OFF")
                    .source("SG-16"),
            leaving("VOLUNTARINESS_CERTIFIED")
                    .to("TRAVEL_ARRANGED")
                    .by("HS-CO", "RS-LI")
                    .guards(ALONE_IN_EXECUTION, NO_STAY_IN_FORCE, NOT_UNDER_CHALLENGE)
                    .needs(text("travelDocument", "the travel document"))
                    .source("lifecycle of voluntary return"),
            leaving("TRAVEL_ARRANGED")
                    .to("RETURNED")
                    // The departure is the host state's to let happen: it rests on checks that only that state knows.
                    .by("HS-CO")
                    .gate(Gate.VOLUNTARY_RETURN_DEPARTURE)
                    .guards(ALONE_IN_EXECUTION, NO_STAY_IN_FORCE, NOT_UNDER_CHALLENGE, NOT_BARRED)
                    .needs(yes("consentConfirmed", "consent was confirmed again at the departure gate"))
                    .with("record of departure")
                    .clocks("CLK-POL-FOLLOW-UP-*")
                    .source("SG-16, SG-22; lifecycle of voluntary return"),
            leaving("RETURNED")
                    .to("FOLLOW_UP")
                    .by("RS-LO")
                    .needs(text("report", "what became of the promises"))
                    .clocks("CLK-POL-FOLLOW-UP-*")
                    .source("policy of the house"),
            leaving("FOLLOW_UP")
                    .to("COMPLETED")
                    .by("HS-LO")
                    .needs(text("promisesKept", "what consular or monitoring visits found"))
                    .clocks("CLK-POL-FOLLOW-UP-*")
                    .source("policy of the house"),
            leaving("CONTACT_PROPOSED", "CONTACT_AUTHORISED", "CONTACTED", "INTERESTED", "COUNSELLED", "TERMS_RECORDED")
                    .to("DECLINED")
                    .by("HS-CO", "HS-LO")
                    .needs(word(
                            "ending",
                            "why it ends",
                            "PERSON_SAID_NO",
                            "PERSON_SILENT",
                            "NOT_AUTHORISED",
                            "PROPOSAL_WITHDRAWN",
                            "PERSON_DEAD"))
                    .clocks("CLK-POL-CONTACT-PAUSE")
                    .source("policy of the house: no new contact in the pause unless the person asks"),
            leaving("CONSENT_SIGNED", "COOLING_OFF", "VOLUNTARINESS_CERTIFIED", "TRAVEL_ARRANGED")
                    .to("CONSENT_WITHDRAWN")
                    .by("HS-CO", "HS-LO")
                    .needs(text("saidTo", "to whom the person said so, or how else consent ended"))
                    .clocks("CLK-POL-COOLING-OFF")
                    .source("lifecycle of voluntary return: free choice until departure"),
            leaving(
                            "CONTACT_PROPOSED",
                            "CONTACT_AUTHORISED",
                            "CONTACTED",
                            "INTERESTED",
                            "COUNSELLED",
                            "TERMS_RECORDED",
                            "CONSENT_SIGNED",
                            "COOLING_OFF",
                            "VOLUNTARINESS_CERTIFIED",
                            "TRAVEL_ARRANGED",
                            "RETURNED",
                            "FOLLOW_UP")
                    .to("ABORTED_COERCION")
                    .raisedByAnyoneDecidedBy("HS-SU")
                    .source("sovereignty (UNCAC art. 4); freezes the case, AL-24"));

    private VoluntaryReturnTable() {}
}
