package org.repatria.assets.web;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.assets.domain.Holder;
import org.repatria.assets.domain.Limits;
import org.repatria.assets.domain.companies.Company;
import org.repatria.assets.domain.knowncases.CaseFacts;
import org.repatria.assets.domain.knowncases.KnownCase;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.Aggregates.Current;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How cases and companies are called, as far as the state that asks may know them.
 *
 * @param cases what is known of cases, by id; those of other states are left out
 * @param companies the companies of the state, by id
 */
record HolderNames(Map<String, CaseFacts> cases, Map<String, Company.Registered> companies) {

    /** Where the names come from. */
    record Source(Aggregates<?, KnownCase> knownCases, Aggregates<?, Company> companies) {

        /** Of these cases and holders, for a state. */
        Mono<HolderNames> of(Collection<String> caseIds, Collection<Holder> holders, String state) {
            var wantedCases = Stream.concat(caseIds.stream(), holders.stream().flatMap(Source::caseId))
                    .distinct()
                    .toList();
            var wantedCompanies =
                    holders.stream().flatMap(Source::companyId).distinct().toList();
            return Mono.zip(cases(wantedCases, state), companies(wantedCompanies, state), HolderNames::new);
        }

        private Mono<Map<String, CaseFacts>> cases(List<String> ids, String state) {
            return knownCases
                    .readAll(ids)
                    .filter(known -> known.state()
                            .facts()
                            .filter(facts -> facts.concern(state))
                            .isPresent())
                    .collect(toMap(
                            Current::aggregateId, known -> known.state().facts().orElseThrow()));
        }

        private Mono<Map<String, Company.Registered>> companies(List<String> ids, String state) {
            return Flux.fromIterable(ids)
                    .buffer(Limits.COMPANIES_READ_MAX)
                    .concatMap(companies::readAll)
                    .flatMap(current -> switch (current.state()) {
                        case Company.Registered it when it.state().equals(state) -> Flux.just(it);
                        case Company _ -> Flux.<Company.Registered>empty();
                    })
                    .collect(
                            HashMap::new,
                            (found, company) -> found.put(company.id().value(), company));
        }

        private static Stream<String> caseId(Holder holder) {
            return holder instanceof Holder.OfCase(var id) ? Stream.of(id.value()) : Stream.empty();
        }

        private static Stream<String> companyId(Holder holder) {
            return holder instanceof Holder.OfCompany(var id) ? Stream.of(id.value()) : Stream.empty();
        }
    }

    /** What a holder is called; empty for a case or company that is not known here. */
    Optional<String> nameOf(Holder holder) {
        return switch (holder) {
            case Holder.OfCase(var id) ->
                Optional.ofNullable(cases.get(id.value())).flatMap(CaseFacts::displayName);
            case Holder.OfCompany(var id) ->
                Optional.ofNullable(companies.get(id.value())).map(Company.Registered::name);
            case Holder.Person(var name, var _) -> Optional.of(name);
        };
    }
}
