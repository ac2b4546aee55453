package org.repatria.assets.publishing;

import java.util.Optional;
import java.util.Set;
import org.repatria.assets.domain.companies.Company;
import org.repatria.assets.domain.companies.CompanyEvent;
import org.repatria.assets.domain.companies.CompanyEvent.CompanyRegistered;
import org.repatria.assets.domain.companies.CompanyEvent.HoldingCorrected;
import org.repatria.assets.domain.companies.CompanyEvent.HoldingEnded;
import org.repatria.assets.domain.companies.CompanyEvent.HoldingRecorded;
import org.repatria.messaging.Announcement;
import org.repatria.messaging.Publishing;

/** What the outside may see of a company. Names of its holders, sources and reasons are left out. */
public final class CompanyPublishing implements Publishing<Company, CompanyEvent> {

    @Override
    public Announcement event(String companyId, CompanyEvent event, Company after) {
        return switch (event) {
            case CompanyRegistered e -> Announcement.told("company.registered.v1", PublishedCompany.Registered.of(e));
            case HoldingRecorded e ->
                Announcement.told(
                        "company.holding-recorded.v1",
                        new PublishedCompany.HoldingRecorded(companyId, PublishedInterest.of(e.holding()), e.at()));
            case HoldingEnded e ->
                Announcement.told(
                        "company.holding-ended.v1",
                        new PublishedCompany.HoldingEnded(
                                companyId, e.holdingId().value(), e.ending().endedOn(), e.at()));
            case HoldingCorrected e ->
                Announcement.told(
                        "company.holding-corrected.v1",
                        new PublishedCompany.HoldingCorrected(
                                companyId, e.holdingId().value(), PublishedInterest.of(e.successor()), e.at()));
        };
    }

    @Override
    public Optional<Published> snapshot(String companyId, Company state) {
        return switch (state) {
            case Company.Registered company ->
                Optional.of(new Published("company.snapshot.v1", PublishedCompany.Snapshot.of(company)));
            case Company.Unregistered _ -> Optional.empty();
        };
    }

    /** A company is the matter of the state whose authority holds the file, whatever assets it is behind. */
    @Override
    public Set<String> states(String companyId, Company state) {
        return switch (state) {
            case Company.Registered company -> Set.of(company.state());
            case Company.Unregistered _ -> Set.of();
        };
    }
}
