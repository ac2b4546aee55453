package org.repatria.cases.web;

import static org.repatria.cases.domain.casefile.Cases.NOON;
import static org.repatria.cases.domain.casefile.Cases.OPEN;
import static org.repatria.cases.domain.casefile.Cases.ORLAS;

import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.access.Officers;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseDecider;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.flows.intake.Claiming;
import org.repatria.cases.flows.intake.IdentityClaims;
import org.repatria.cases.flows.shelving.AssetsOfCases;
import org.repatria.cases.law.ReferenceFiles;
import org.repatria.cases.officers.OfficersDocument;
import org.repatria.cases.publishing.AssetsOfCasePublishing;
import org.repatria.cases.publishing.CasePublishing;
import org.repatria.cases.queries.CaseViewDefinitions;
import org.repatria.cases.queries.CaseViews;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;
import org.repatria.messaging.AggregateStore;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.InMemoryStore;
import org.repatria.readmodel.MemoryView;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** The routes of one case that was opened by hand, for whoever is said to ask. */
final class CaseDesk {

    private static final RuleBook SHIPPED = ReferenceFiles.load();

    static final Officers OFFICERS =
            OfficersDocument.readFrom(URI.create("classpath:officers.json"), InstantSource.system());

    /** Nobody opens a case here. */
    private static final IdentityClaims NO_CLAIMS = new IdentityClaims() {
        @Override
        public Mono<Map<String, CaseId>> claim(Map<String, CaseId> wanted) {
            return Mono.just(wanted);
        }

        @Override
        public Mono<Void> pass(Collection<String> given, CaseId from, CaseId to) {
            return Mono.empty();
        }
    };

    /** No asset names a case here. */
    static final AssetsOfCases NO_ASSETS =
            new AssetsOfCases(AggregatesFactory.inMemory().of(AssetsOfCasePublishing.shelves()));

    private final Aggregates<CaseCommand, Case> cases;
    private int keys;

    CaseDesk() {
        this(new InMemoryStore());
    }

    CaseDesk(AggregateStore store) {
        cases = AggregatesFactory.inMemory(_ -> store).of(CasePublishing.type(new CaseDecider(_ -> SHIPPED)));
        cases.execute(CommandEnvelope.of(
                        ORLAS.value(), OPEN, Occasion.of(new Actor("carl.officer", Set.of("CO"), "XH-CA"), NOON)))
                .block();
    }

    private WebTestClient as(Actor actor) {
        var seen = new SeenCases(cases, _ -> SHIPPED);
        var views =
                new CaseViews(MemoryView.of(CaseViewDefinitions.cases()), MemoryView.of(CaseViewDefinitions.lists()));
        var claiming = new Claiming(NO_CLAIMS, Set::of);
        return Served.to(
                actor,
                NOON,
                new CaseRoutes(cases, seen, claiming, views, OFFICERS).api(),
                new DossierRoutes(seen, OFFICERS).api(),
                new DossierReading(seen, NO_ASSETS).api());
    }

    /** What is read of the case. */
    EntityExchangeResult<String> get(Actor actor, String path) {
        return as(actor)
                .get()
                .uri("/v1/cases/" + ORLAS + path)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    EntityExchangeResult<String> post(Actor actor, String path, String body) {
        return post(actor, path, 0, "key-" + ++keys, body);
    }

    /** A command on a version, or on any where that is 0. */
    EntityExchangeResult<String> post(Actor actor, String path, long version, String key, String body) {
        return as(actor)
                .post()
                .uri("/v1/cases/" + ORLAS + path)
                .header("Idempotency-Key", key)
                .headers(headers -> {
                    if (version > 0) {
                        headers.set("If-Match", "\"" + version + "\"");
                    }
                    if (!body.isEmpty()) {
                        headers.setContentType(MediaType.APPLICATION_JSON);
                    }
                })
                .bodyValue(body)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }
}
