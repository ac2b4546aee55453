package org.repatria.assets.domain.companies;

import static org.repatria.assets.domain.AssetReason.COUNTRY_UNKNOWN;
import static org.repatria.assets.domain.AssetReason.JURISDICTION_NOT_IN_COUNTRY;
import static org.repatria.assets.domain.companies.CompanyReason.COMPANY_ALREADY_REGISTERED;
import static org.repatria.assets.domain.companies.CompanyReason.COMPANY_LIMIT_REACHED;
import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.refuse;
import static org.repatria.decider.GeneralReason.NOT_FOUND;

import java.util.List;
import java.util.Optional;
import org.repatria.assets.domain.AssetKind;
import org.repatria.assets.domain.IdentifierRules;
import org.repatria.assets.domain.InterestChange;
import org.repatria.assets.domain.InterestChange.Corrected;
import org.repatria.assets.domain.InterestChange.Ended;
import org.repatria.assets.domain.InterestChange.Recorded;
import org.repatria.assets.domain.Interests;
import org.repatria.assets.domain.Limits;
import org.repatria.assets.domain.Right;
import org.repatria.assets.domain.Texts;
import org.repatria.assets.domain.companies.Company.Registered;
import org.repatria.assets.domain.companies.Company.Unregistered;
import org.repatria.assets.domain.companies.CompanyCommand.HoldingCommand;
import org.repatria.assets.domain.companies.CompanyCommand.RegisterCompany;
import org.repatria.assets.domain.companies.CompanyCommand.UnderPolicy;
import org.repatria.assets.domain.companies.CompanyEvent.CompanyRegistered;
import org.repatria.assets.domain.companies.CompanyEvent.HoldingCorrected;
import org.repatria.assets.domain.companies.CompanyEvent.HoldingEnded;
import org.repatria.assets.domain.companies.CompanyEvent.HoldingRecorded;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.decider.Refusal;

/** The life of a company as two tables; its holdings have the table of all interests. See {@link Interests}. */
public final class CompanyDecider implements Decider<CompanyCommand, Company, CompanyEvent> {

    @Override
    public Company initial() {
        return new Unregistered();
    }

    @Override
    public Decision<CompanyEvent> decide(CompanyCommand command, Company state, Occasion on) {
        return switch (new Asked(state, command)) {
            case Asked(Registered c, UnderPolicy asked) when !asked.isAllowed(c.subject(), on) -> notFound();
            case Asked(Company _, UnderPolicy asked) -> decide(asked.command(), state, on);

            case Asked(Unregistered _, RegisterCompany asked) -> register(asked, on);
            case Asked(Unregistered _, CompanyCommand _) -> notFound();

            case Asked(Registered _, RegisterCompany _) ->
                refuse(COMPANY_ALREADY_REGISTERED.because("A company is already registered under this id."));
            case Asked(Registered c, HoldingCommand asked) ->
                Interests.decide(asked.asked(), c.holders(), Right.Thing.COMPANY, on, CompanyDecider::event);
        };
    }

    @Override
    public Company evolve(Company state, CompanyEvent event) {
        return switch (event) {
            case CompanyRegistered e ->
                new Registered(
                        e.companyId(),
                        e.name(),
                        e.identifiers(),
                        e.location(),
                        e.source(),
                        e.confidence(),
                        e.authority(),
                        e.at(),
                        List.of());
            case HoldingRecorded e -> company(state).withHolders(new Recorded(e.holding()));
            case HoldingEnded e -> company(state).withHolders(new Ended(e.holdingId(), e.ending()));
            case HoldingCorrected e ->
                company(state).withHolders(new Corrected(e.holdingId(), e.correction(), e.successor()));
        };
    }

    private static Decision<CompanyEvent> register(RegisterCompany command, Occasion on) {
        return flaw(command)
                .<Decision<CompanyEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new CompanyRegistered(
                        command.companyId(),
                        command.name().strip(),
                        IdentifierRules.normal(command.identifiers()),
                        command.location().inFull(),
                        command.source().strip(),
                        command.confidence(),
                        on.by().authority(),
                        on.at())));
    }

    /** A company without a number is on file too: that it has none is often all that is known. */
    private static Optional<Refusal> flaw(RegisterCompany command) {
        var location = command.location().inFull();
        return Texts.line("name", command.name())
                .or(() -> Texts.paragraph("source", command.source()))
                .or(() -> Optional.of(COUNTRY_UNKNOWN.at("location/country", "This is no ISO 3166-1 country code."))
                        .filter(_ -> !location.countryIsKnown()))
                .or(() -> Optional.of(JURISDICTION_NOT_IN_COUNTRY.at(
                                "location/jurisdiction", "This is neither the country nor an ISO 3166-2 part of it."))
                        .filter(_ -> !location.jurisdictionIsInCountry()))
                .or(() -> Optional.of(COMPANY_LIMIT_REACHED.because(
                                "A company has at most %d identifiers.".formatted(Limits.IDENTIFIERS_MAX)))
                        .filter(_ -> command.identifiers().size() > Limits.IDENTIFIERS_MAX))
                .or(() ->
                        IdentifierRules.broken(command.identifiers(), AssetKind.COMPANY_SHARE.schemes(), "a company"));
    }

    private static CompanyEvent event(InterestChange change) {
        return switch (change) {
            case Recorded(var holding) -> new HoldingRecorded(holding);
            case Ended(var id, var ending) -> new HoldingEnded(id, ending);
            case Corrected(var id, var correction, var successor) -> new HoldingCorrected(id, correction, successor);
        };
    }

    private static Decision<CompanyEvent> notFound() {
        return refuse(Refusal.of(NOT_FOUND, "No company is known here under this id."));
    }

    private static Registered company(Company state) {
        return switch (state) {
            case Registered registered -> registered;
            case Unregistered _ -> throw new IllegalStateException("an event before the registration");
        };
    }

    private record Asked(Company state, CompanyCommand command) {}
}
