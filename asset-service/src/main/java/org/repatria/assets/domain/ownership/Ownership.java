package org.repatria.assets.domain.ownership;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.repatria.assets.domain.CompanyId;
import org.repatria.assets.domain.Fraction;
import org.repatria.assets.domain.InterestId;
import org.repatria.assets.domain.Right;

/**
 * Who is behind an asset on a day, as far as is known. Parts are decimals of the whole asset, 0 to 1.
 *
 * <p>The parts of all natural persons, {@code unknown}, {@code circular} and {@code untold} come to the whole, up to
 * the last decimal of each.
 *
 * @param holders everybody with a title to a part, the greatest part first
 * @param unknown what nobody is known to be behind: the known shares of something come to less than all of it, or a
 *     nominee holds
 * @param gaps where the unknown part lies, the greatest first
 * @param circular what companies hold of one another in a circle that leads to nobody
 * @param untold what was cut off by rounding, or goes round in circles for longer than was followed
 * @param stakes every interest in the asset and in the companies behind it on that day, those nearest to it first
 */
public record Ownership(
        List<Effective> holders,
        BigDecimal unknown,
        List<Gap> gaps,
        BigDecimal circular,
        BigDecimal untold,
        List<Stake> stakes) {

    public Ownership {
        holders = List.copyOf(holders);
        gaps = List.copyOf(gaps);
        stakes = List.copyOf(stakes);
    }

    /**
     * The part of the asset that is a holder's, directly or through companies.
     *
     * @param isUltimate whether nobody is behind this holder: a natural person
     * @param atLeast what is the holder's for certain, rounded down
     * @param atMost what would be the holder's if all that is unknown were, rounded up
     * @param paths how the holder has it, the way of the greatest part first
     */
    public record Effective(Party holder, boolean isUltimate, BigDecimal atLeast, BigDecimal atMost, List<Path> paths) {
        public Effective {
            paths = List.copyOf(paths);
        }
    }

    /**
     * One way from the asset to a holder.
     *
     * @param part what comes to the holder this way alone, without circles, rounded down
     * @param steps from the asset on; the last one names the holder
     */
    public record Path(BigDecimal part, List<Step> steps) {
        public Path {
            steps = List.copyOf(steps);
        }
    }

    /**
     * One holding on a way.
     *
     * @param share of the thing before; empty where it is not known
     */
    public record Step(Party holder, Optional<Fraction> share) {}

    /**
     * Where nobody is known to be behind a part.
     *
     * @param company whose holders are not known in full; empty for the asset itself
     */
    public record Gap(Optional<CompanyId> company, BigDecimal part) {}

    /**
     * An interest in the asset or in a company behind it.
     *
     * @param in the company; empty for the asset itself
     */
    public record Stake(
            InterestId entry, Optional<CompanyId> in, Party holder, Right right, Optional<Fraction> share) {}
}
