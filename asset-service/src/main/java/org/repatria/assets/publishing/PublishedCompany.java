package org.repatria.assets.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.repatria.assets.domain.companies.Company;
import org.repatria.assets.domain.companies.CompanyEvent.CompanyRegistered;
import org.repatria.assets.publishing.PublishedAsset.Masked;

/** The published language of companies: {@code contracts/schemas/company.*.json} says the same. */
final class PublishedCompany {

    private PublishedCompany() {}

    /** {@code company.registered.v1}. */
    record Registered(
            String companyId,
            String name,
            List<Masked> identifiers,
            String country,
            String jurisdiction,
            String confidence,
            String authority,
            Instant at) {
        static Registered of(CompanyRegistered e) {
            return new Registered(
                    e.companyId().value(),
                    e.name(),
                    Masked.of(e.identifiers(), e.confidence()),
                    e.location().country(),
                    e.location().jurisdiction(),
                    e.confidence().name(),
                    e.authority(),
                    e.at());
        }
    }

    /** {@code company.holding-recorded.v1}. */
    record HoldingRecorded(String companyId, PublishedInterest holding, Instant at) {}

    /** {@code company.holding-ended.v1}. */
    record HoldingEnded(String companyId, String interestId, LocalDate endedOn, Instant at) {}

    /** {@code company.holding-corrected.v1}. */
    record HoldingCorrected(String companyId, String interestId, PublishedInterest successor, Instant at) {}

    /** {@code company.snapshot.v1}; the platform adds id and version. */
    record Snapshot(
            String name,
            List<Masked> identifiers,
            String country,
            String jurisdiction,
            String confidence,
            String authority,
            Instant registeredAt,
            List<PublishedInterest> holders) {
        static Snapshot of(Company.Registered company) {
            return new Snapshot(
                    company.name(),
                    Masked.of(company.identifiers(), company.confidence()),
                    company.location().country(),
                    company.location().jurisdiction(),
                    company.confidence().name(),
                    company.authority(),
                    company.registeredAt(),
                    PublishedInterest.of(company.holders()));
        }
    }
}
