package org.repatria.cases;

import java.time.LocalDate;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.facts.HostOffence;
import org.repatria.cases.domain.facts.OffenceFixture;

/** Offences of cases that are played under the reference data that is shipped. */
final class OffencesOfTests {

    static final String VISA = "host-offence-visa";
    static final String FLAT = "host-offence-flat";
    static final String GRAIN = "offence-grain";

    private OffencesOfTests() {}

    static OffenceFixture alleged(String id, LocalDate committedTo) {
        return OffenceFixture.named(id, "The offence " + id)
                .ofClass("OTHER")
                .committedTo(committedTo)
                .dualCriminal(Ternary.YES)
                .penaltyOk(Ternary.YES);
    }

    static OffenceFixture ofHost(String id, HostOffence what, LocalDate committedTo) {
        return alleged(id, committedTo).ofHost(what);
    }

    /** Obtained a visa with a false account of the own past; five years end on 2015-03-10. */
    static OffenceFixture visaFraud() {
        return ofHost(VISA, HostOffence.VISA_FRAUD, LocalDate.of(2010, 3, 10));
    }

    /** Paid for a flat with the proceeds; five years end on 2017-09-30. */
    static OffenceFixture laundering() {
        return ofHost(FLAT, HostOffence.LAUNDERING, LocalDate.of(2012, 9, 30));
    }
}
