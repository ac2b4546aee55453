package org.repatria.cases.domain.lifecycle;

import static org.repatria.cases.domain.lifecycle.Guard.IN_AGREED_STRATEGY;
import static org.repatria.cases.domain.lifecycle.Guard.LIMITATION_NOT_EXPIRED;
import static org.repatria.cases.domain.lifecycle.Guard.NOT_BARRED;
import static org.repatria.cases.domain.lifecycle.Line.leaving;
import static org.repatria.cases.domain.lifecycle.Line.start;
import static org.repatria.cases.domain.lifecycle.Particular.day;
import static org.repatria.cases.domain.lifecycle.Particular.text;
import static org.repatria.cases.domain.lifecycle.Particular.word;
import static org.repatria.cases.domain.lifecycle.Particular.yes;

import java.util.List;
import org.repatria.cases.domain.SharedWord;
import org.repatria.cases.domain.law.Gate;

/** Prosecution where the person lives. The requesting state gives evidence and witnesses and has no say in charging. */
final class HostProsecutionTable {

    static final Lifecycle HOST_PROSECUTION = Lifecycle.of(
            "hostProsecution",
            "Host-country prosecution",
            "UNCAC arts 23, 42, 44(11), 47; criminal law of the host state",
            List.of("DECLINED", "ACQUITTED", "DISMISSED", "COMPLETED"),
            List.of(),
            ToldWords.bare()
                    .byName(
                            "REFERRED",
                            "REVIEW",
                            "DECLINED",
                            "INVESTIGATING",
                            "AWAITING_MLA",
                            "CHARGED",
                            "TRIAL",
                            "CONVICTED",
                            "ACQUITTED",
                            "DISMISSED",
                            "SENTENCED",
                            "UNDER_APPEAL",
                            "FINAL",
                            "RESTITUTION_STAGE",
                            "COMPLETED")
                    .meaning(SharedWord.INFORMATION_REQUESTED, "AWAITING_MLA"),
            start().to("REFERRED")
                    .by("HS-CO", "HS-LO")
                    .guards(IN_AGREED_STRATEGY)
                    .source("UNCAC arts 42, 47"),
            leaving("REFERRED")
                    .to("REVIEW")
                    .by("HS-LO")
                    .needs(
                            text("chainOfCustody", "the chain of custody"),
                            text("provenance", "how the evidence was obtained: none by coercion"),
                            text("offenceTheory", "the offence under the law of the host state"))
                    .with("index of the evidence package")
                    .source("CAT art. 15; SG-17"),
            leaving("REVIEW", "INVESTIGATING")
                    .to("DECLINED")
                    .by("HS-LO")
                    .needs(
                            word(
                                    "ground",
                                    "why not",
                                    "INSUFFICIENT_EVIDENCE",
                                    "NO_JURISDICTION",
                                    "TIME_BARRED",
                                    "NE_BIS_IN_IDEM",
                                    "NOT_IN_PUBLIC_INTEREST",
                                    "PERSON_DEAD"),
                            day("requestingStateToldOn", "when the requesting state was told"))
                    .reasoned()
                    .source("UNCAC art. 44(11), (17)"),
            leaving("REVIEW").to("INVESTIGATING").by("HS-LO").source("law of the host state"),
            leaving("INVESTIGATING")
                    .to("AWAITING_MLA")
                    .by("HS-LO")
                    .needs(text("request", "the request for assistance that is out"))
                    .clocks("SOL-US-3292")
                    .source("18 U.S.C. 3292"),
            leaving("AWAITING_MLA")
                    .to("INVESTIGATING")
                    .by("HS-LO")
                    .needs(text("answer", "what came back, or that nothing will"))
                    .clocks("SOL-US-3292")
                    .source("18 U.S.C. 3292"),
            leaving("INVESTIGATING")
                    .to("CHARGED")
                    .byCourt("charging document")
                    .gate(Gate.HOST_CHARGE)
                    .guards(LIMITATION_NOT_EXPIRED, NOT_BARRED)
                    .needs(
                            text("jurisdiction", "the ground of jurisdiction"),
                            yes("limitationConfirmed", "a legal officer confirmed the computed limitation"),
                            text("neBisInIdem", "what the requesting state said of judgments on the same facts"))
                    .source("UNCAC arts 29, 42; law of the host state"),
            leaving("CHARGED").to("TRIAL").byCourt("order that opens the trial").source("law of the host state"),
            leaving("TRIAL").to("CONVICTED").byCourt("verdict").source("law of the host state"),
            leaving("TRIAL").to("ACQUITTED").byCourt("verdict").source("law of the host state; ST-34"),
            leaving("CHARGED", "TRIAL")
                    .to("DISMISSED")
                    .byCourt("order of dismissal")
                    .source("law of the host state"),
            leaving("CONVICTED")
                    .to("SENTENCED")
                    .byCourt("sentence")
                    .needs(text("sentence", "the sentence"))
                    .source("law of the host state"),
            leaving("SENTENCED").to("UNDER_APPEAL").byCourt("notice of appeal").source("law of the host state"),
            leaving("UNDER_APPEAL")
                    .to("TRIAL", "ACQUITTED", "DISMISSED")
                    .byCourt("judgment on appeal")
                    .source("law of the host state"),
            leaving("SENTENCED", "UNDER_APPEAL")
                    .to("FINAL")
                    .byCourt("proof that the judgment is final")
                    .source("law of the host state"),
            leaving("FINAL")
                    .to("RESTITUTION_STAGE")
                    .by("AM", "LO")
                    .needs(
                            text("restitution", "what is owed to whom, and from which assets"),
                            day("requestingStateToldOn", "when the requesting state was told of ne bis in idem"))
                    .source("UNCAC arts 53, 57; ne bis in idem"),
            leaving("FINAL")
                    .to("COMPLETED")
                    .by("HS-LO")
                    .needs(
                            text("noRestitution", "why there is nothing to make good"),
                            day("requestingStateToldOn", "when the requesting state was told of ne bis in idem"))
                    .source("ne bis in idem"),
            leaving("RESTITUTION_STAGE")
                    .to("COMPLETED")
                    .by("AM", "HS-LO")
                    .needs(text("restitution", "what was made good"))
                    .source("UNCAC art. 57"),
            leaving("REFERRED", "AWAITING_MLA", "CONVICTED", "SENTENCED")
                    .to("DISMISSED")
                    .by("HS-LO")
                    .needs(word("ending", "why it ends", "PERSON_DEAD", "REFERRAL_WITHDRAWN"))
                    .reasoned()
                    .source("lifecycle of the case, invariant (v)"));

    private HostProsecutionTable() {}
}
