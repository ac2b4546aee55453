package org.repatria.assets.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.repatria.api.Commands;
import org.repatria.api.JournalEndpoints;
import org.repatria.api.JournalEndpoints.Reader;
import org.repatria.api.ViewLists;
import org.repatria.assets.domain.Interest;
import org.repatria.assets.domain.InterestId;
import org.repatria.assets.domain.companies.Company;
import org.repatria.assets.domain.companies.Company.Registered;
import org.repatria.assets.domain.companies.CompanyCommand;
import org.repatria.assets.domain.companies.CompanyCommand.HoldingCommand;
import org.repatria.assets.domain.companies.CompanyCommand.HoldingCommand.CorrectHolding;
import org.repatria.assets.domain.companies.CompanyCommand.HoldingCommand.EndHolding;
import org.repatria.assets.domain.companies.CompanyCommand.HoldingCommand.RecordHolding;
import org.repatria.assets.domain.companies.CompanyCommand.RegisterCompany;
import org.repatria.assets.domain.companies.CompanyCommand.UnderPolicy;
import org.repatria.assets.queries.CompanyFilter;
import org.repatria.assets.queries.CompanyView;
import org.repatria.decider.Outcome;
import org.repatria.edge.Answers;
import org.repatria.edge.Api;
import org.repatria.edge.Call;
import org.repatria.edge.Endpoint;
import org.repatria.edge.Endpoint.Draft;
import org.repatria.edge.Endpoint.Texts;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.Aggregates.Current;
import org.repatria.policy.Act;
import org.repatria.policy.Policy;
import org.repatria.policy.Verdict;
import org.repatria.readmodel.View;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The routes of companies on one page. */
final class CompanyRoutes {

    private static final String COMPANY = "/v1/companies/{id}";
    private static final String HOLDERS = COMPANY + "/holders";
    private static final String HOLDING = "/{interestId}";

    private static final String NO_COMPANY = "No company is known here under this id.";

    private final Aggregates<CompanyCommand, Company> companies;
    private final HolderNames.Source names;
    private final View view;

    private CompanyRoutes(Aggregates<CompanyCommand, Company> companies, HolderNames.Source names, View view) {
        this.companies = companies;
        this.names = names;
        this.view = view;
    }

    static Api api(Aggregates<CompanyCommand, Company> companies, HolderNames.Source names, View view) {
        var routes = new CompanyRoutes(companies, names, view);
        var endpoints = new ArrayList<>(routes.endpoints());
        endpoints.addAll(JournalEndpoints.of(
                COMPANY,
                "company",
                companies,
                call -> routes.found(call, Act.READ_COMPANY_JOURNAL)
                        .map(_ -> Reader.ofEverything())
                        // The same words as for an id that nobody has.
                        .switchIfEmpty(Mono.error(JournalEndpoints::nothingThere))));
        return new Api("companies", "What stands between assets and those who are behind them.", endpoints);
    }

    private List<Endpoint> endpoints() {
        return List.of(
                Endpoint.command("/v1/companies", RegisterCompany.class, "Takes a company on file", Texts.NONE)
                        .creates()
                        .handle(this::register),
                Endpoint.get("/v1/companies", "listCompanies", "Companies by words and filters, with facets")
                        .query(CompanyFilter.class)
                        .paged()
                        .answers(CompanyPage.class, CompanyPage.EXAMPLE)
                        .handle(call -> ViewLists.answer(
                                call, view, CompanyView.query(call.query(CompanyFilter.class), call.actor()))),
                Endpoint.get(COMPANY, "readCompany", "One company with its holders")
                        .answers(CompanyFile.class, CompanyFile.EXAMPLE)
                        .handle(this::read),
                holding(
                        "",
                        RecordHolding.class,
                        "Records that somebody has an interest in the company; answers with the id of the entry",
                        row -> row,
                        RecordHolding::interestId),
                holding(
                        HOLDING + "/end",
                        EndHolding.class,
                        "Records that an interest in the company has ended",
                        Draft::versioned,
                        EndHolding::interestId),
                holding(
                        HOLDING + "/correction",
                        CorrectHolding.class,
                        "Puts another entry in the place of one that was wrong; answers with its id",
                        Draft::versioned,
                        CorrectHolding::correctedBy));
    }

    /** A command on the holders of a company, answered with the id of an entry. */
    private <C extends Record & HoldingCommand> Endpoint holding(
            String path,
            Class<C> command,
            String summary,
            UnaryOperator<Draft> more,
            Function<C, InterestId> answered) {
        return more.apply(Endpoint.command(HOLDERS + path, command, summary, Texts.NONE))
                .handle(call -> {
                    var asked = call.body(command);
                    return executed(call, Act.RECORD_COMPANY_FACTS, call.id("id"), asked)
                            .flatMap(outcome -> keepingSilent(call, outcome))
                            .flatMap(outcome ->
                                    Answers.command(call, answered.apply(asked).value(), outcome))
                            .switchIfEmpty(Mono.defer(() -> Answers.notFound(NO_COMPANY)));
                });
    }

    private Mono<ServerResponse> register(Call call) {
        var command = call.body(RegisterCompany.class);
        var id = command.companyId().value();
        // On what is registered already, registering is one more act on its facts.
        return executed(call, Act.RECORD_COMPANY_FACTS, id, command)
                .flatMap(outcome -> Answers.command(call, id, outcome));
    }

    private Mono<Outcome<Company>> executed(Call call, Act act, String companyId, CompanyCommand command) {
        return companies.execute(Commands.<CompanyCommand>envelope(call, companyId, new UnderPolicy(act, command)));
    }

    /** Says nothing of a stale version or of a race to somebody for whom there is no such company. */
    private Mono<Outcome<Company>> keepingSilent(Call call, Outcome<Company> outcome) {
        return outcome instanceof Outcome.Stale || outcome instanceof Outcome.Contended
                ? found(call, Act.RECORD_COMPANY_FACTS).map(_ -> outcome)
                : Mono.just(outcome);
    }

    private Mono<ServerResponse> read(Call call) {
        return found(call, Act.READ_COMPANY)
                .flatMap(found -> names.of(
                                List.of(),
                                found.company().holders().stream()
                                        .map(Interest::holder)
                                        .toList(),
                                found.company().state())
                        .flatMap(called -> Answers.versioned(
                                call, CompanyFile.of(found.company(), found.version(), called), found.version())))
                .switchIfEmpty(Mono.defer(() -> Answers.notFound(NO_COMPANY)));
    }

    /** The company, to whom the policy lets do this to it; to others there is none. */
    private Mono<Found> found(Call call, Act act) {
        return companies
                .read(call.id("id"))
                .flatMap(current -> Mono.justOrEmpty(Found.of(current)))
                .filter(found -> Policy.ofTheHouse()
                                .decide(call.actor(), act, found.company().subject(), call.purpose())
                        == Verdict.ALLOWED);
    }

    private record Found(Registered company, long version) {
        static Optional<Found> of(Current<Company> current) {
            return switch (current.state()) {
                case Registered company -> Optional.of(new Found(company, current.version()));
                case Company.Unregistered _ -> Optional.empty();
            };
        }
    }
}
