package org.repatria.assets.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When a value is old, and when two appraisals are needed: reviewed data, each row from a day on. */
public record ValuationRules(List<Stale> stale, List<TwoAppraisals> twoAppraisals) {

    public ValuationRules {
        stale = List.copyOf(stale);
        twoAppraisals = List.copyOf(twoAppraisals);
    }

    /** After how many days a value is old. */
    public record Stale(LocalDate from, int days, String source) {}

    /** Above which amount assets of some kinds need two independent appraisals. */
    public record TwoAppraisals(
            LocalDate from, Set<AssetKind> assets, String currency, BigDecimal above, String source) {
        public TwoAppraisals {
            assets = Set.copyOf(assets);
        }
    }

    /** The rule on old values that holds on a day. */
    public Optional<Stale> staleOn(LocalDate day) {
        return stale.stream().filter(it -> !it.from().isAfter(day)).max(Comparator.comparing(Stale::from));
    }

    /** The threshold for an asset of a kind in a currency that holds on a day. */
    public Optional<TwoAppraisals> twoAppraisalsOn(LocalDate day, AssetKind kind, String currency) {
        return twoAppraisals.stream()
                .filter(it -> it.assets().contains(kind) && it.currency().equals(currency))
                .filter(it -> !it.from().isAfter(day))
                .max(Comparator.comparing(TwoAppraisals::from));
    }

    /** Whether two appraisals are ever asked for assets of a kind. */
    public boolean askTwoFor(AssetKind kind) {
        return twoAppraisals.stream().anyMatch(it -> it.assets().contains(kind));
    }
}
