package org.repatria.cases.web;

import java.time.Instant;
import java.util.function.Function;
import org.repatria.cases.domain.access.Officers;
import org.repatria.cases.domain.amendments.AmendmentCommand;
import org.repatria.cases.domain.amendments.AmendmentRegister;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.lists.CaseList;
import org.repatria.cases.domain.lists.ListCommand;
import org.repatria.cases.flows.intake.Claiming;
import org.repatria.cases.flows.intake.Intake;
import org.repatria.cases.flows.intake.ListEntries;
import org.repatria.cases.flows.intake.Reception;
import org.repatria.cases.flows.shelving.AssetsOfCases;
import org.repatria.cases.law.References;
import org.repatria.cases.queries.CaseViews;
import org.repatria.edge.Api;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.DocumentFeed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the routes of this package to the edge. */
@Configuration(proxyBeanMethods = false)
class Routes {

    @Bean
    SeenCases seenCases(Aggregates<CaseCommand, Case> cases, Function<Instant, RuleBook> rules) {
        return new SeenCases(cases, rules);
    }

    @Bean
    Api caseApi(
            Aggregates<CaseCommand, Case> cases,
            SeenCases seenCases,
            Claiming claiming,
            CaseViews views,
            Officers officers) {
        return new CaseRoutes(cases, seenCases, claiming, views, officers).api();
    }

    @Bean
    Api dossierCommandsApi(SeenCases seenCases, Officers officers) {
        return new DossierRoutes(seenCases, officers).api();
    }

    @Bean
    Api dossierReadingsApi(SeenCases seenCases, AssetsOfCases assetsOfCases) {
        return new DossierReading(seenCases, assetsOfCases).api();
    }

    @Bean
    Api clockApi(SeenCases seenCases, Officers officers, CaseViews views, Function<Instant, RuleBook> rules) {
        return new ClockRoutes(seenCases, officers, views, rules).api();
    }

    @Bean
    Api workApi(CaseViews views) {
        return new WorkRoutes(views).api();
    }

    @Bean
    Api listApi(
            Aggregates<ListCommand, CaseList> lists,
            Reception reception,
            Intake intake,
            ListEntries entries,
            CaseViews views) {
        var uploads = Uploads.temporary();
        uploads.sweep(Instant.now()); // Times of files are the machine's, wherever the story's clock stands.
        return new ListRoutes(lists, reception, intake, entries, views, uploads).api();
    }

    @Bean
    Api referenceApi(
            References references, Aggregates<AmendmentCommand, AmendmentRegister> amendments, DocumentFeed feed) {
        return new ReferenceRoutes(references, amendments, feed).api();
    }
}
