package org.repatria.cases.domain.law;

import java.util.List;
import org.repatria.cases.domain.CountryCode;
import org.repatria.clocks.Confidence;
import org.repatria.clocks.Validity;

/**
 * Which systems of law apply in a state, and how it answers the standing questions of the strategy.
 *
 * @param systems such as {@code US}, {@code ECE}, {@code ECHR}; the state's own code always applies
 * @param extraditionNeedsTreaty YES, NO or UNKNOWN
 * @param uncacBasisUsable whether the convention may serve as basis of extradition there: YES, NO or UNKNOWN
 * @param extraditesNationals YES, NO or UNKNOWN
 * @param courtOfHumanRights whether the European Convention on Human Rights binds it
 */
public record LawProfile(
        CountryCode state,
        List<String> systems,
        String extraditionNeedsTreaty,
        String uncacBasisUsable,
        String extraditesNationals,
        boolean courtOfHumanRights,
        String source,
        Confidence confidence,
        Validity validity) {

    public LawProfile {
        systems = List.copyOf(systems);
    }
}
