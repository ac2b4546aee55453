package org.repatria.assets.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.repatria.assets.domain.CaseId;
import org.repatria.assets.domain.CompanyId;
import org.repatria.assets.domain.Confidence;
import org.repatria.assets.domain.Fraction;
import org.repatria.assets.domain.Holder;
import org.repatria.assets.domain.Interest;
import org.repatria.assets.domain.InterestId;
import org.repatria.assets.domain.Right;

/**
 * An entry on an interest for those who may see what it is in.
 *
 * @param counts false for an entry that was wrong, which {@code correctedBy} stands in the place of
 * @param to the last day, where one is known
 */
record InterestFile(
        InterestId id,
        boolean counts,
        Right right,
        HolderFile holder,
        Optional<Fraction> share,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        String source,
        Confidence confidence,
        Instant recordedAt,
        Optional<String> endReason,
        Optional<InterestId> correctedBy,
        Optional<String> correctionReason) {

    /**
     * Who holds it.
     *
     * @param name how the person or company is called; absent for a case or company that is not known here
     */
    record HolderFile(
            Holder.Kind kind,
            Optional<CaseId> caseId,
            Optional<CompanyId> companyId,
            Optional<String> name,
            Optional<LocalDate> birthDate) {
        static HolderFile of(Holder holder, HolderNames names) {
            var name = names.nameOf(holder);
            return switch (holder) {
                case Holder.OfCase(var id) ->
                    new HolderFile(holder.kind(), Optional.of(id), Optional.empty(), name, Optional.empty());
                case Holder.OfCompany(var id) ->
                    new HolderFile(holder.kind(), Optional.empty(), Optional.of(id), name, Optional.empty());
                case Holder.Person(var _, var birthDate) ->
                    new HolderFile(holder.kind(), Optional.empty(), Optional.empty(), name, birthDate);
            };
        }
    }

    static InterestFile of(Interest interest, HolderNames names) {
        return new InterestFile(
                interest.id(),
                interest.counts(),
                interest.right(),
                HolderFile.of(interest.holder(), names),
                interest.share(),
                interest.from(),
                interest.lastDay(),
                interest.source(),
                interest.confidence(),
                interest.recordedAt(),
                interest.ending().map(Interest.Ending::reason),
                interest.correction().map(Interest.Correction::by),
                interest.correction().map(Interest.Correction::reason));
    }
}
