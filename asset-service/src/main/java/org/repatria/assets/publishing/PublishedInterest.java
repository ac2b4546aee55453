package org.repatria.assets.publishing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.repatria.assets.domain.CaseId;
import org.repatria.assets.domain.CompanyId;
import org.repatria.assets.domain.Fraction;
import org.repatria.assets.domain.Holder;
import org.repatria.assets.domain.Interest;

/** An interest as far as it may be seen outside: no name of a person, no source and no reason. */
record PublishedInterest(
        String interestId,
        String right,
        String holderKind,
        Optional<String> caseId,
        Optional<String> companyId,
        Optional<Share> share,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {

    /** An exact share as it travels. */
    record Share(long parts, long of) {
        static Share of(Fraction fraction) {
            return new Share(fraction.parts(), fraction.of());
        }
    }

    /** Those that count; what was corrected is no more part of what stands. */
    static List<PublishedInterest> of(List<Interest> interests) {
        return interests.stream()
                .filter(Interest::counts)
                .map(PublishedInterest::of)
                .toList();
    }

    static PublishedInterest of(Interest interest) {
        return new PublishedInterest(
                interest.id().value(),
                interest.right().name(),
                interest.holder().kind().name(),
                Optional.of(interest.holder())
                        .filter(Holder.OfCase.class::isInstance)
                        .map(Holder.OfCase.class::cast)
                        .map(Holder.OfCase::caseId)
                        .map(CaseId::value),
                Optional.of(interest.holder())
                        .filter(Holder.OfCompany.class::isInstance)
                        .map(Holder.OfCompany.class::cast)
                        .map(Holder.OfCompany::companyId)
                        .map(CompanyId::value),
                interest.share().map(Share::of),
                interest.from(),
                interest.lastDay());
    }
}
