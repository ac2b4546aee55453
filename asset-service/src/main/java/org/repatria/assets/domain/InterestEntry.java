package org.repatria.assets.domain;

import static org.repatria.assets.domain.Limits.LINE_CHARS_MAX;
import static org.repatria.assets.domain.Limits.PARAGRAPH_CHARS_MAX;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.decider.input.NameOfPerson;
import org.repatria.decider.input.Size;
import org.repatria.decider.input.Unfit;

/** What somebody says of an interest: who has which right, to which share, when, and who says so. */
public record InterestEntry(
        Right right,
        Named holder,
        Optional<Fraction> share,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        @Size(max = PARAGRAPH_CHARS_MAX) String source,
        Confidence confidence) {

    /**
     * A holder as somebody names it: exactly one of case, name and company.
     *
     * @param name of a natural person
     * @param birthDate of the person so named; it tells namesakes apart
     */
    public record Named(
            Optional<CaseId> caseId,
            Optional<@NameOfPerson @Size(max = LINE_CHARS_MAX) String> name,
            Optional<LocalDate> birthDate,
            Optional<CompanyId> companyId) {
        public Named {
            if (Stream.of(caseId, name, companyId).filter(Optional::isPresent).count() != 1) {
                throw new Unfit("", "HOLDER", "must be exactly one of caseId, name and companyId");
            }
            if (birthDate.isPresent() && name.isEmpty()) {
                throw new Unfit("birthDate", "HOLDER", "is said of a person by name alone");
            }
        }

        Holder inFull() {
            return caseId.<Holder>map(Holder.OfCase::new)
                    .or(() -> companyId.map(Holder.OfCompany::new))
                    .orElseGet(
                            () -> new Holder.Person(name.orElseThrow().strip().replaceAll("\\s+", " "), birthDate));
        }
    }

    Interest as(InterestId id, Instant at) {
        return new Interest(
                id,
                right,
                holder.inFull(),
                share,
                from,
                to,
                source.strip(),
                confidence,
                at,
                Optional.empty(),
                Optional.empty());
    }
}
