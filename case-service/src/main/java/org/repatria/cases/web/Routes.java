package org.repatria.cases.web;

import org.repatria.cases.domain.cases.Case;
import org.repatria.cases.domain.cases.CaseCommand;
import org.repatria.cases.domain.cases.CaseEvent;
import org.repatria.cases.domain.cases.CaseRefusal;
import org.repatria.cases.domain.lists.CaseList;
import org.repatria.cases.domain.lists.ListCommand;
import org.repatria.cases.domain.lists.ListEvent;
import org.repatria.cases.domain.lists.ListRefusal;
import org.repatria.cases.intake.Claiming;
import org.repatria.cases.intake.ListEntries;
import org.repatria.cases.intake.Reception;
import org.repatria.cases.queries.CaseViews;
import org.repatria.messaging.Aggregates;
import org.repatria.web.Api;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the routes of this package to the edge. */
@Configuration(proxyBeanMethods = false)
class Routes {

    @Bean
    Api caseApi(Aggregates<CaseCommand, Case, CaseEvent, CaseRefusal> cases, Claiming claiming, CaseViews views) {
        return new CaseRoutes(cases, claiming, views).api();
    }

    @Bean
    Api listApi(
            Aggregates<ListCommand, CaseList, ListEvent, ListRefusal> lists,
            Reception reception,
            ListEntries entries,
            CaseViews views) {
        return new ListRoutes(lists, reception, entries, views).api();
    }
}
