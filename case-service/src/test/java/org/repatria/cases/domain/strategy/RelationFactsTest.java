package org.repatria.cases.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.Ternary.NO;
import static org.repatria.cases.domain.Ternary.UNKNOWN;
import static org.repatria.cases.domain.Ternary.YES;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.law.LawProfile;
import org.repatria.cases.domain.law.LegalRelation;
import org.repatria.cases.domain.law.LegalRelation.InstrumentType;
import org.repatria.cases.domain.law.LegalRelation.Status;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.clocks.Confidence;
import org.repatria.clocks.Validity;

final class RelationFactsTest {

    private static final CountryCode XR = new CountryCode("XR");
    private static final CountryCode XH = new CountryCode("XH");
    private static final Relation XR_TO_XH = new Relation(XR, XH);
    private static final LocalDate TODAY = LocalDate.of(2014, 12, 5);
    private static final Validity ALWAYS =
            new Validity(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @Test
    void silence_is_unknown_and_no_no() {
        assertThat(facts(List.of())).isEqualTo(new RelationFacts(UNKNOWN, UNKNOWN, YES, NO, UNKNOWN, YES, List.of()));
    }

    @Test
    void a_row_that_says_none_is_a_no_and_names_itself() {
        var facts = facts(List.of(row(InstrumentType.EXTRADITION, Status.NONE)));
        assertThat(facts.treatyInForce()).isEqualTo(NO);
        assertThat(facts.treatySuspended()).isEqualTo(NO);
        assertThat(facts.rows()).containsExactly("REL-EXTRADITION v1");
    }

    @Test
    void a_suspended_treaty_is_not_in_force() {
        var facts = facts(List.of(row(InstrumentType.EXTRADITION, Status.SUSPENDED)));
        assertThat(facts.treatyInForce()).isEqualTo(NO);
        assertThat(facts.treatySuspended()).isEqualTo(YES);
    }

    @Test
    void sources_in_conflict_are_unknown() {
        assertThat(facts(List.of(row(InstrumentType.EXTRADITION, Status.CONFLICT)))
                        .treatyInForce())
                .isEqualTo(UNKNOWN);
    }

    @Test
    void an_agreement_on_surrender_stands_for_a_treaty_where_there_is_none() {
        assertThat(facts(List.of(row(InstrumentType.SFO_HK, Status.IN_FORCE))).treatyInForce())
                .isEqualTo(YES);
    }

    @Test
    void assistance_is_a_matter_of_its_own() {
        var facts = facts(List.of(row(InstrumentType.MLA_CRIM, Status.IN_FORCE)));
        assertThat(facts.mlaInForce()).isEqualTo(YES);
        assertThat(facts.treatyInForce()).isEqualTo(UNKNOWN);
    }

    @Test
    void a_state_without_a_profile_is_unknown() {
        var facts = RelationFacts.of(book(List.of(), List.of()), XR_TO_XH, TODAY);
        assertThat(facts.hsNeedsTreaty()).isEqualTo(UNKNOWN);
        assertThat(facts.hsExtraditesNationals()).isEqualTo(UNKNOWN);
    }

    private static RelationFacts facts(List<LegalRelation> rows) {
        var profile =
                new LawProfile(XH, List.of("US"), "YES", "NO", "YES", false, "a statute", Confidence.KNOWN, ALWAYS);
        return RelationFacts.of(book(rows, List.of(profile)), XR_TO_XH, TODAY);
    }

    private static RuleBook book(List<LegalRelation> rows, List<LawProfile> profiles) {
        return new RuleBook("test", List.of(), List.of(), List.of(), rows, List.of(), profiles, Map.of(), List.of());
    }

    private static LegalRelation row(InstrumentType type, Status status) {
        return new LegalRelation(
                "REL-" + type,
                1,
                XR,
                Optional.of(XH),
                type,
                Optional.empty(),
                Optional.empty(),
                status,
                Optional.empty(),
                "a source",
                ALWAYS);
    }
}
