package org.repatria.assets.flows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.CompanyId;
import org.repatria.assets.domain.Holder;
import org.repatria.assets.domain.Interest;
import org.repatria.assets.domain.Limits;
import org.repatria.assets.domain.companies.Company;
import org.repatria.messaging.Aggregates;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds the companies behind an asset, by their ids, from one level of holders to the next.
 *
 * <p>A company of another state is not found, exactly as one that nobody knows. Where a limit is reached the companies
 * beyond it are not found either: their holders are then unknown, which widens what is computed and never makes it
 * wrong.
 */
public final class CompaniesBehind {

    private final Aggregates<?, Company> companies;

    public CompaniesBehind(Aggregates<?, Company> companies) {
        this.companies = companies;
    }

    /** The companies that are behind an asset by any interest, by their ids. */
    public Mono<Map<CompanyId, Company.Registered>> behind(Asset.Registered asset) {
        return levelsFrom(asset.interests(), asset.state(), new HashMap<>(), 0);
    }

    private Mono<Map<CompanyId, Company.Registered>> levelsFrom(
            List<Interest> interests, String state, Map<CompanyId, Company.Registered> found, int level) {
        var next = named(interests, found.keySet());
        if (next.isEmpty() || level == Limits.COMPANY_LEVELS_MAX) {
            return Mono.just(found);
        }
        return Flux.fromIterable(next)
                .take((long) Limits.COMPANIES_BEHIND_MAX - found.size())
                .buffer(Limits.COMPANIES_READ_MAX)
                .concatMap(ids ->
                        companies.readAll(ids.stream().map(CompanyId::value).toList()))
                .flatMap(current -> ofState(current.state(), state))
                .collectList()
                .flatMap(read -> {
                    read.forEach(company -> found.put(company.id(), company));
                    var holders = new ArrayList<Interest>();
                    read.forEach(company -> holders.addAll(company.holders()));
                    return levelsFrom(holders, state, found, level + 1);
                });
    }

    private static Flux<Company.Registered> ofState(Company company, String state) {
        return switch (company) {
            case Company.Registered it when it.state().equals(state) -> Flux.just(it);
            case Company _ -> Flux.empty();
        };
    }

    private static Set<CompanyId> named(List<Interest> interests, Set<CompanyId> found) {
        var named = new LinkedHashSet<CompanyId>();
        interests.stream()
                .filter(Interest::counts)
                .flatMap(it -> it.holder() instanceof Holder.OfCompany(var id) ? Stream.of(id) : Stream.empty())
                .filter(id -> !found.contains(id))
                .forEach(named::add);
        return named;
    }
}
