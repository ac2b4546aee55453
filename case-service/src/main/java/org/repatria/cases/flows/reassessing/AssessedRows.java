package org.repatria.cases.flows.reassessing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.readmodel.Found;
import org.repatria.readmodel.Page;
import org.repatria.readmodel.QueryRefusal;
import org.repatria.readmodel.View;
import org.repatria.readmodel.ViewQuery;
import org.repatria.readmodel.Visibility;
import reactor.core.publisher.Mono;

/** Cases that rest on the law, in the view of cases. */
public record AssessedRows(View view) implements AssessedCases {

    private static final String RELATION = "relation";

    @Override
    public boolean show(Instant published) {
        var status = view.status();
        return status.inContact() && status.asOf().filter(published::isBefore).isPresent();
    }

    @Override
    public Mono<Optional<List<Relation>>> relations() {
        return view.find(assessed().facets(RELATION).limit(1)).map(found -> {
            var facet = page(found).facets().get(RELATION);
            return facet == null || facet.otherValues() > 0
                    ? Optional.empty()
                    : Optional.of(facet.values().stream()
                            .map(count -> relation(count.value()))
                            .toList());
        });
    }

    @Override
    public Mono<Some> between(List<String> relations, Optional<String> after, int limit) {
        var all = assessed().limit(limit);
        var query = relations.isEmpty() ? all : all.anyOf(RELATION, relations);
        return view.find(after.map(query::after).orElse(query)).map(found -> {
            var page = page(found);
            return new Some(page.hits().stream().map(Page.Hit::id).toList(), page.next());
        });
    }

    private static ViewQuery assessed() {
        return ViewQuery.visibleTo(Visibility.everything())
                .present("restsOnLaw")
                .missing("closedAt");
    }

    private static Page page(Found found) {
        return switch (found) {
            case Page page -> page;
            case QueryRefusal refusal ->
                throw switch (refusal.reason()) {
                    case CURSOR_INVALID, CURSOR_OF_ANOTHER_LIST -> new PlaceUnknown(refusal.detail());
                    case FIELD_UNSUITABLE, LIMIT_EXCEEDED, TOO_BUSY ->
                        new IllegalStateException("assessed cases: " + refusal.detail());
                };
        };
    }

    private static Relation relation(String pair) {
        var between = pair.indexOf('-');
        return new Relation(new CountryCode(pair.substring(0, between)), new CountryCode(pair.substring(between + 1)));
    }
}
