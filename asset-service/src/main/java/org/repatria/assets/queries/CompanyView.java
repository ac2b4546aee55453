package org.repatria.assets.queries;

import java.util.stream.Stream;
import org.repatria.decider.Actor;
import org.repatria.policy.Act;
import org.repatria.policy.Policy;
import org.repatria.policy.States;
import org.repatria.policy.Subject;
import org.repatria.readmodel.Order;
import org.repatria.readmodel.Row;
import org.repatria.readmodel.ViewDefinition;
import org.repatria.readmodel.ViewQuery;
import org.repatria.readmodel.Visibility;
import tools.jackson.databind.JsonNode;

/** How the snapshot of a company becomes a row, and how a question becomes a query. */
public final class CompanyView {

    private CompanyView() {}

    public static ViewDefinition definition() {
        return ViewDefinition.of("companies", "repatria.asset.snapshots", "company.snapshot.v1")
                .keyword("country", "jurisdiction", "holder")
                .text("name")
                .instant("registeredAt")
                .rows(CompanyView::row);
    }

    /** The page that a list shows to an actor; newest first where no words are searched for. */
    public static ViewQuery query(CompanyFilter wanted, Actor actor) {
        var all = ViewQuery.visibleTo(Visibility.anyOf(Policy.ofTheHouse().sight(actor, Act.READ_COMPANY)));
        return wanted.text()
                .map(all::search)
                .orElse(all)
                .asked("jurisdiction", wanted.jurisdiction())
                .asked("holder", wanted.holder())
                .orderBy(Order.descending("registeredAt"))
                .facets("country");
    }

    private static Row row(JsonNode json) {
        var row = Row.of(json)
                .keyword("country", json.path("country"))
                .text("name", json.path("name"))
                .instant("registeredAt", json.path("registeredAt"))
                .visibleTo(new Subject.Held(States.of(json.path("authority").asString()))
                        .marks()
                        .toArray(String[]::new));
        Stream.of(json.path("country").asString(), json.path("jurisdiction").asString())
                .distinct()
                .forEach(jurisdiction -> row.keyword("jurisdiction", jurisdiction));
        json.path("holders")
                .valueStream()
                .flatMap(it -> Stream.of(it.path("caseId"), it.path("companyId")))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .distinct()
                .forEach(holder -> row.keyword("holder", holder));
        return row.build();
    }
}
