package org.repatria.cases.domain.lifecycle;

import static org.repatria.cases.domain.lifecycle.Guard.MONEY_SETTLED;
import static org.repatria.cases.domain.lifecycle.Guard.NOTICES_SETTLED;
import static org.repatria.cases.domain.lifecycle.Guard.NO_LEGAL_HOLD;
import static org.repatria.cases.domain.lifecycle.Guard.PATHWAYS_ENDED;
import static org.repatria.cases.domain.lifecycle.Guard.RETENTION_OVER;
import static org.repatria.cases.domain.lifecycle.Line.leaving;
import static org.repatria.cases.domain.lifecycle.Line.start;
import static org.repatria.cases.domain.lifecycle.Particular.day;
import static org.repatria.cases.domain.lifecycle.Particular.text;
import static org.repatria.cases.domain.lifecycle.Particular.word;

import java.util.List;
import java.util.stream.Stream;
import org.repatria.cases.domain.SharedWord;
import org.repatria.cases.domain.law.Gate;

/** The stages of a case. Those that another command drives are rows all the same, so that the table is whole. */
final class CaseTable {

    private static final List<String> WORKED_ON = List.of(
            "DRAFT", "SCREENING", "RETURNED_FOR_INFO", "ACCEPTED", "STRATEGY_PROPOSED", "STRATEGY_AGREED", "ACTIVE");

    private static final List<String> OPEN =
            Stream.concat(WORKED_ON.stream(), Stream.of("ON_HOLD")).toList();

    static final Lifecycle CASE = Lifecycle.of(
            "case",
            "Case",
            "Lifecycle of the case; UNCAC arts 44, 46",
            List.of("NOT_ACCEPTED", "CLOSED", "ARCHIVED", "ERASED_STUB"),
            List.of(),
            ToldWords.detailed()
                    .keeping("reasonCode")
                    .byName(
                            "DRAFT",
                            "SCREENING",
                            "RETURNED_FOR_INFO",
                            "NOT_ACCEPTED",
                            "ACCEPTED",
                            "STRATEGY_PROPOSED",
                            "STRATEGY_AGREED",
                            "ACTIVE",
                            "RESOLVED",
                            "CLOSED",
                            "ARCHIVED",
                            "ERASED_STUB")
                    .as("NOT_AVAILABLE", "ON_HOLD", "UNDER_CHALLENGE")
                    .meaning(SharedWord.UNDER_ASSESSMENT, "DRAFT", "SCREENING", "ACCEPTED", "STRATEGY_PROPOSED")
                    .meaning(SharedWord.INFORMATION_REQUESTED, "RETURNED_FOR_INFO")
                    .meaning(SharedWord.NOT_ACCEPTED, "NOT_ACCEPTED")
                    .meaning(SharedWord.STRATEGY_AGREED, "STRATEGY_AGREED")
                    .meaning(SharedWord.PROCEEDING, "ACTIVE")
                    .meaning(SharedWord.CONCLUDED, "RESOLVED", "CLOSED", "ARCHIVED")
                    .meaning(SharedWord.NOT_AVAILABLE, "NOT_AVAILABLE", "ERASED_STUB"),
            start().to("DRAFT").by("AN", "CO", "SI").through("OpenCase").source("lifecycle of the case"),
            leaving("DRAFT")
                    .to("SCREENING")
                    .by("CO")
                    .through("SubmitCase")
                    .clocks("CLK-POL-SCREENING")
                    .source("lifecycle of the case"),
            leaving("SCREENING")
                    .to("RETURNED_FOR_INFO")
                    .by("LO")
                    .through("ReturnCase")
                    .clocks("CLK-POL-ANSWER")
                    .source("UNCAC arts 44(17), 46(25)-(26)"),
            leaving("RETURNED_FOR_INFO")
                    .to("SCREENING")
                    .by("CO")
                    .through("RecordAnswer")
                    .clocks("CLK-POL-ANSWER", "CLK-POL-SCREENING")
                    .source("lifecycle of the case"),
            leaving("SCREENING")
                    .to("NOT_ACCEPTED")
                    .by("LO")
                    .approvedBy("SU", "HD")
                    .needs(word(
                            "reasonCode",
                            "the coded reason",
                            "NOT_IDENTIFIED",
                            "DUPLICATE",
                            "DECEASED_NO_ASSETS",
                            "NOT_IN_JURISDICTION",
                            "POLITICAL",
                            "PERSECUTION_RISK",
                            "NO_OFFENCE",
                            "TIME_BARRED"))
                    .clocks("CLK-POL-RETENTION-*")
                    .source("lifecycle of the case; reasons go to the requesting state"),
            leaving("SCREENING")
                    .to("ACCEPTED")
                    .by("LO")
                    .approvedBy("SU", "HD")
                    .gate(Gate.ACCEPT_CASE)
                    .clocks("CLK-POL-STRATEGY")
                    .source("gate matrix, Accept case"),
            leaving("ACCEPTED", "ACTIVE")
                    .to("STRATEGY_PROPOSED")
                    .by("CO", "LO")
                    .through("ProposeStrategy")
                    .clocks("CLK-POL-STRATEGY-REVIEW")
                    .source("strategy selection"),
            leaving("STRATEGY_PROPOSED")
                    .to("STRATEGY_AGREED")
                    .by("SU", "LI")
                    .through("CountersignStrategy")
                    .clocks("CLK-POL-STRATEGY", "CLK-POL-STRATEGY-REVIEW")
                    .source("meeting or exchange of notes"),
            leaving("STRATEGY_AGREED")
                    .to("ACTIVE")
                    .by("CO", "LO")
                    .through("OpenCourse")
                    .source("lifecycle of the case"),
            leaving(WORKED_ON)
                    .to("ON_HOLD")
                    .by("SU")
                    .through("HoldCase")
                    .clocks("CLK-POL-HOLD-REVIEW")
                    .source("lifecycle of the case; legal clocks keep running"),
            leaving("ON_HOLD")
                    .to(WORKED_ON.toArray(String[]::new))
                    .by("SU")
                    .through("ResumeCase")
                    .clocks("CLK-POL-HOLD-REVIEW")
                    .backToWhereItWas()
                    .source("lifecycle of the case"),
            leaving(OPEN)
                    .to("UNDER_CHALLENGE")
                    .by("LO", "DPO")
                    .needs(
                            word(
                                    "challenge",
                                    "what is disputed",
                                    "IDENTITY",
                                    "DATA",
                                    "CCF_REQUEST",
                                    "COURT_CHALLENGE",
                                    "COERCION"),
                            text("by", "who disputes it"))
                    .reasoned()
                    .clocks("CLK-POL-CHALLENGE", "CLK-CCF-*")
                    .source("LED art. 16; CCF Statute; blocks new sharing and notices"),
            leaving("UNDER_CHALLENGE")
                    .to(OPEN.toArray(String[]::new))
                    .by("LO", "DPO")
                    .needs(text("answer", "how the challenge was answered"))
                    .backToWhereItWas()
                    .reasoned()
                    .clocks("CLK-POL-CHALLENGE")
                    .source("LED art. 16"),
            leaving("ACTIVE")
                    .to("RESOLVED")
                    .by("LO")
                    .guards(PATHWAYS_ENDED)
                    .needs(word(
                            "outcome",
                            "the outcome",
                            "SURRENDERED",
                            "REMOVED",
                            "RETURNED_VOLUNTARILY",
                            "CONVICTED_IN_HOST",
                            "ACQUITTED_IN_HOST",
                            "PROSECUTION_DECLINED",
                            "ASSETS_RECOVERED_ONLY",
                            "DECEASED",
                            "IDENTITY_ERROR",
                            "WITHDRAWN_BY_RS",
                            "REFUSED",
                            "TIME_BARRED",
                            "NOT_LOCATED"))
                    .clocks("CLK-POL-NOTICE-WITHDRAWAL")
                    .source("lifecycle of the case"),
            leaving("ACCEPTED", "STRATEGY_PROPOSED", "STRATEGY_AGREED", "UNDER_CHALLENGE")
                    .to("RESOLVED")
                    .by("LO")
                    .guards(PATHWAYS_ENDED)
                    .needs(word(
                            "outcome",
                            "the outcome, without a pathway that brought it about",
                            "DECEASED",
                            "IDENTITY_ERROR",
                            "WITHDRAWN_BY_RS",
                            "REFUSED",
                            "TIME_BARRED",
                            "NOT_LOCATED"))
                    .reasoned()
                    .clocks("CLK-POL-NOTICE-WITHDRAWAL")
                    .source("lifecycle of the case"),
            leaving("RESOLVED")
                    .to("CLOSED")
                    .by("LO", "SU")
                    .approvedBy("SU", "HD")
                    .guards(PATHWAYS_ENDED, MONEY_SETTLED, NOTICES_SETTLED)
                    .needs(
                            text("retentionClass", "the retention class"),
                            day("statesToldOn", "when both states were told"))
                    .clocks("CLK-POL-NOTICE-WITHDRAWAL", "CLK-POL-RETENTION-*")
                    .source("lifecycle of the case, invariant (iv)"),
            leaving("DRAFT", "SCREENING", "RETURNED_FOR_INFO", "ON_HOLD")
                    .to("CLOSED")
                    .by("SU")
                    .through("CloseCase")
                    .clocks("CLK-POL-RETENTION-*")
                    .source("lifecycle of the case; an outcome that needs no pathway"),
            leaving("RESOLVED")
                    .to("ACTIVE")
                    .by("LO")
                    .needs(text("newFacts", "the new facts"))
                    .reasoned()
                    .source("lifecycle of the case"),
            leaving("CLOSED")
                    .to("ACTIVE")
                    .by("LO", "SU")
                    .approvedBy("SU", "HD")
                    .needs(text("newFacts", "the new facts"))
                    .source("lifecycle of the case"),
            leaving("CLOSED", "NOT_ACCEPTED")
                    .to("ARCHIVED")
                    .by("DPO")
                    .guards(NO_LEGAL_HOLD, RETENTION_OVER)
                    .source("LED art. 5; data protection rules, 4"),
            leaving("ARCHIVED")
                    .to("ERASED_STUB")
                    .by("DPO")
                    .guards(NO_LEGAL_HOLD, RETENTION_OVER)
                    .reasoned()
                    .source("LED art. 5; data protection rules, 4"));

    private CaseTable() {}
}
