package org.repatria.cases.domain.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.law.LawProfile;
import org.repatria.cases.domain.law.LegalRelation;
import org.repatria.cases.domain.law.LegalRelation.InstrumentType;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.law.Standing;

/**
 * What follows for a case from the treaties between its states and the law of the requested one.
 *
 * @param hsExtraditesNationals whether the requested state surrenders its own nationals
 * @param rows the rows of reference data that it rests on, such as {@code REL-XR-XH-EXT v1}
 */
public record RelationFacts(
        Ternary treatyInForce,
        Ternary treatySuspended,
        Ternary hsNeedsTreaty,
        Ternary uncacBasisUsable,
        Ternary mlaInForce,
        Ternary hsExtraditesNationals,
        List<String> rows) {

    public RelationFacts {
        rows = List.copyOf(rows);
    }

    /** As the rules stand on a day. Sources that contradict each other, and silence, are UNKNOWN. */
    public static RelationFacts of(RuleBook rules, Relation relation, LocalDate on) {
        var extradition = standing(rules, relation, InstrumentType.EXTRADITION, on);
        var surrender =
                extradition.rows().isEmpty() ? standing(rules, relation, InstrumentType.SFO_HK, on) : extradition;
        var mla = standing(rules, relation, InstrumentType.MLA_CRIM, on);
        var profile = rules.profile(relation.requested(), on);
        return new RelationFacts(
                surrender.inForce(),
                surrender.suspended(),
                answer(profile, LawProfile::extraditionNeedsTreaty),
                answer(profile, LawProfile::uncacBasisUsable),
                mla.inForce(),
                answer(profile, LawProfile::extraditesNationals),
                Stream.of(surrender.rows(), mla.rows())
                        .flatMap(List::stream)
                        .map(RelationFacts::named)
                        .toList());
    }

    private static Standing standing(RuleBook rules, Relation relation, InstrumentType type, LocalDate on) {
        return rules.standing(relation.requesting(), relation.requested(), type, on);
    }

    private static Ternary answer(Optional<LawProfile> profile, Function<LawProfile, String> question) {
        return profile.map(question).map(Ternary::valueOf).orElse(Ternary.UNKNOWN);
    }

    private static String named(LegalRelation row) {
        return row.id() + " v" + row.version();
    }
}
