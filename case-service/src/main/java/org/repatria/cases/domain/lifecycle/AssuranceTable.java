package org.repatria.cases.domain.lifecycle;

import static org.repatria.cases.domain.lifecycle.Line.leaving;
import static org.repatria.cases.domain.lifecycle.Line.start;
import static org.repatria.cases.domain.lifecycle.Particular.text;

import java.util.List;

/**
 * A binding promise of the requesting state on which the host state relies. It is assessed before and watched after.
 */
final class AssuranceTable {

    static final Lifecycle ASSURANCE = Lifecycle.of(
            "assurance",
            "Diplomatic assurance",
            "Othman v UK, ECtHR 2012; Liu v Poland, ECtHR 2022; UNMT art. 4(d)",
            List.of("REJECTED", "FULFILLED", "BREACH_CONFIRMED"),
            List.of(),
            ToldWords.detailed()
                    .byName(
                            "REQUESTED",
                            "OFFERED",
                            "UNDER_ASSESSMENT",
                            "ACCEPTED",
                            "REJECTED",
                            "IN_FORCE",
                            "FULFILLED",
                            "BREACH_ALLEGED",
                            "BREACH_CONFIRMED",
                            "CLEARED"),
            start().to("REQUESTED")
                    .by("HS-CO", "HS-LO", "HS-SU")
                    .needs(text("about", "what it is about, such as DEATH_PENALTY"))
                    .source("UNMT art. 4(d)"),
            leaving("REQUESTED")
                    .to("OFFERED")
                    .by("RS-LO", "RS-LI", "HS-LO", "LI")
                    .needs(
                            text("text", "the promise itself: specific, not vague")
                                    .onceForAll(),
                            text("givenBy", "the authority that is able to bind"))
                    .with("note")
                    .source("Othman v UK (2012)"),
            leaving("OFFERED").to("UNDER_ASSESSMENT").by("HS-LO").source("Othman v UK (2012)"),
            leaving("OFFERED", "UNDER_ASSESSMENT")
                    .to("ACCEPTED")
                    .by("HS-HD")
                    .needs(
                            text(
                                    "assessment",
                                    "how it meets the criteria: specific, binding, central and local reach, lawful,"
                                            + " past compliance, protection, tested by courts"),
                            text("monitoring", "who has access to watch it, and when"))
                    .reasoned()
                    .source("Othman v UK (2012)"),
            leaving("REQUESTED", "OFFERED", "UNDER_ASSESSMENT")
                    .to("REJECTED")
                    .by("HS-HD")
                    .reasoned()
                    .source("Othman v UK (2012); Liu v Poland (2022)"),
            leaving("ACCEPTED")
                    .to("IN_FORCE")
                    .by("HS-LO")
                    .clocks("CLK-ASR-VISIT")
                    .source("lifecycle of the assurance"),
            leaving("IN_FORCE", "CLEARED")
                    .to("FULFILLED")
                    .by("HS-LO")
                    .needs(text("proof", "what shows that it was kept"))
                    .source("lifecycle of the assurance"),
            leaving("ACCEPTED", "IN_FORCE", "CLEARED")
                    .to("BREACH_ALLEGED")
                    .by("CO", "LO", "LI")
                    .needs(text("allegation", "what is alleged, and by whom"))
                    .source("lifecycle of the assurance"),
            leaving("BREACH_ALLEGED")
                    .to("BREACH_CONFIRMED", "CLEARED")
                    .by("HS-HD")
                    .reasoned()
                    .with("finding")
                    .source("lifecycle of the assurance"));

    private AssuranceTable() {}
}
