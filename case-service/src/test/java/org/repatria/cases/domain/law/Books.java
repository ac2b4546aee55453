package org.repatria.cases.domain.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.clocks.RuleFixture;
import org.repatria.cases.domain.law.LegalRelation.InstrumentType;
import org.repatria.cases.domain.law.LegalRelation.Status;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.ClockRule.Level;
import org.repatria.clocks.ClockRule.OnExpiry;
import org.repatria.clocks.Confidence;
import org.repatria.clocks.Validity;

/** Rows of reference data that the tests speak about. */
final class Books {

    static final CountryCode XR = new CountryCode("XR");
    static final CountryCode XE = new CountryCode("XE");
    static final CountryCode XH = new CountryCode("XH");
    static final Relation XR_TO_XE = new Relation(XR, XE);
    static final Relation XR_TO_XH = new Relation(XR, XH);
    static final LocalDate TODAY = LocalDate.of(2018, 9, 3);
    static final LocalDate SIGNED = LocalDate.of(2010, 1, 31);
    static final LocalDate IN_FORCE = LocalDate.of(2011, 6, 1);
    static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    static final String ARREST = "extradition.PROVISIONALLY_ARRESTED";

    private Books() {}

    static ClockRule clock(String id, String jurisdiction, Level level) {
        return RuleFixture.days(40)
                .id(id)
                .family("PA")
                .lawOf(jurisdiction, level)
                .startsOn(ARREST)
                .onExpiry(OnExpiry.PRESUME_RELEASED)
                .stopsOn("extradition.RECEIVED")
                .warnsAt(30, 14, 7, 3, 1)
                .rule();
    }

    static LawProfile profile(CountryCode state, String... systems) {
        return new LawProfile(state, List.of(systems), "YES", "NO", "YES", false, "the law", Confidence.KNOWN, ALWAYS);
    }

    static LegalRelation treaty(Status status, Optional<LocalDate> signed, Optional<LocalDate> inForce) {
        return treaty(status, signed, inForce, Optional.empty());
    }

    static LegalRelation suspended(LocalDate from) {
        return treaty(Status.SUSPENDED, Optional.of(SIGNED), Optional.of(IN_FORCE), Optional.of(from));
    }

    private static LegalRelation treaty(
            Status status, Optional<LocalDate> signed, Optional<LocalDate> inForce, Optional<LocalDate> suspendedFrom) {
        return new LegalRelation(
                "REL-XR-XE-EXT",
                1,
                XR,
                Optional.of(XE),
                InstrumentType.EXTRADITION,
                signed,
                inForce,
                status,
                suspendedFrom,
                "a source",
                ALWAYS);
    }

    static RuleBook book(List<ClockRule> clocks, List<LegalRelation> relations, LawProfile... profiles) {
        return new RuleBook(
                "test", clocks, List.of(), List.of(), relations, List.of(), List.of(profiles), Map.of(), List.of());
    }
}
