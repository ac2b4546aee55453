package org.repatria.assets.queries;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.OrderId;
import org.repatria.assets.domain.OrderStatus;
import org.repatria.assets.domain.Valuation;
import org.repatria.decider.Actor;
import org.repatria.policy.Act;
import org.repatria.policy.Policy;
import org.repatria.policy.States;
import org.repatria.policy.Subject;
import org.repatria.readmodel.Order;
import org.repatria.readmodel.Page;
import org.repatria.readmodel.QueryRefusal;
import org.repatria.readmodel.Row;
import org.repatria.readmodel.View;
import org.repatria.readmodel.ViewDefinition;
import org.repatria.readmodel.ViewQuery;
import org.repatria.readmodel.Visibility;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a snapshot becomes a row, and how a question becomes a query. */
public final class AssetView implements DueAssets {

    /** LIMIT: days that are told apart; a delay of a year or more is one of a year. */
    public static final int DAYS_TOLD_MAX = 365;

    /** Days until one register entered an order, with that register: an order may be in several. */
    public static final String REGISTER_DAYS = "registerDays";

    /** What was paid to the requesting state: money, and never a value. */
    public static final String RETURNED = "RETURNED";

    /** Delays of orders in rows and in snapshots. */
    private static final Map<String, String> DAYS = Map.of(
            "daysToRecord", "recorded",
            "daysToApply", "applied",
            "daysToEnter", "entered",
            "daysToServe", "served");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SUSPECTED = "SUSPECTED";
    private static final String UNSUSPECTED = "UNSUSPECTED";
    private static final String MERGED = "MERGED";
    private static final String ON_ITS_OWN = "ON_ITS_OWN";

    private final View view;

    public AssetView(View view) {
        this.view = view;
    }

    public static ViewDefinition definition() {
        return ViewDefinition.of("assets", "repatria.asset.snapshots", "asset.snapshot.v1")
                .keyword(
                        "kind",
                        "state",
                        "reached",
                        "caseId",
                        "jurisdiction",
                        "country",
                        "currency",
                        "confidence",
                        "right",
                        "holder",
                        "register",
                        "awaitedRegister",
                        REGISTER_DAYS,
                        "daysToRecord",
                        "daysToApply",
                        "daysToEnter",
                        "daysToServe",
                        "duplicate",
                        "merged")
                .text("description")
                .date("restraintEndsOn")
                .instant("registeredAt", "dueAt")
                .money(sumsOf(Valuation.Basis.values()))
                .money(RETURNED)
                .rows(AssetView::row);
    }

    /** What an actor finds of assets. */
    public static Visibility visible(Actor actor) {
        return Visibility.anyOf(Policy.ofTheHouse().sight(actor, Act.READ_ASSET));
    }

    /** The page that a list shows to an actor; newest first where no words are searched for. */
    public static ViewQuery query(AssetQuestion question, Actor actor) {
        var query = query(question.assets(), actor).orderBy(Order.descending("registeredAt"));
        return question.figures().orElse(true)
                ? query.facets("kind", "state", "country", "currency")
                        .sums(sumsOf(question.basis().orElse(Valuation.Basis.GROSS)))
                : query;
    }

    /** The assets of these that an actor may see. */
    public static ViewQuery query(AssetFilter wanted, Actor actor) {
        var all = ViewQuery.visibleTo(visible(actor));
        var query = wanted.text().map(all::search).orElse(all);
        query = query.asked("kind", wanted.kind().stream().map(Enum::name).toList())
                .asked("state", wanted.state().stream().map(Enum::name).toList())
                .asked("reached", wanted.reached().stream().map(Enum::name).toList())
                .asked("caseId", wanted.caseId())
                .asked("jurisdiction", wanted.jurisdiction())
                .asked("currency", wanted.currency())
                .asked("right", wanted.right().stream().map(Enum::name).toList())
                .asked("holder", wanted.holder())
                .asked("register", wanted.register())
                .asked("awaitedRegister", wanted.awaitedRegister())
                .asked(
                        "duplicate",
                        wanted.duplicates().map(it -> it ? SUSPECTED : UNSUSPECTED).stream()
                                .toList());
        // Another asset stands for one that was merged, and counts for it.
        query = query.anyOf("merged", wanted.merged().orElse(false) ? MERGED : ON_ITS_OWN);
        return wanted.restraintEndsFrom().isEmpty()
                        && wanted.restraintEndsBefore().isEmpty()
                ? query
                : query.between(
                        "restraintEndsOn",
                        wanted.restraintEndsFrom().orElse(LocalDate.MIN),
                        wanted.restraintEndsBefore().orElse(LocalDate.MAX));
    }

    @Override
    public Flux<Due> dueBy(Instant moment) {
        // The view compares microseconds and excludes its upper bound; an order has ended at the very moment itself.
        var query = ViewQuery.visibleTo(Visibility.everything())
                .below("dueAt", moment.plusNanos(1_000))
                .limit(PAGE_MAX);
        return page(query)
                .expand(page -> page.next().map(next -> page(query.after(next))).orElse(Mono.empty()))
                .concatMapIterable(Page::hits)
                .concatMapIterable(hit -> due(JSON.readTree(hit.json()), moment));
    }

    private Mono<Page> page(ViewQuery query) {
        return view.find(query).flatMap(found -> switch (found) {
            case Page page -> Mono.just(page);
            case QueryRefusal refusal -> Mono.error(new IllegalStateException(refusal.detail()));
        });
    }

    private static List<Due> due(JsonNode snapshot, Instant moment) {
        var assetId = new AssetId(snapshot.path("id").asString());
        var due = new ArrayList<Due>();
        for (var restraint : snapshot.path("restraints")) {
            if (isRunning(restraint) && !instant(restraint, "endsBefore").isAfter(moment)) {
                due.add(new Due.Restraint(
                        assetId, new OrderId(restraint.path("orderId").asString())));
            }
        }
        if (clocks(snapshot).anyMatch(clock -> isDue(clock, moment))) {
            due.add(new Due.Clocks(assetId));
        }
        return due;
    }

    /** Those of orders and those of claims. Nobody filters by when they are due, and no row shows it. */
    private static Stream<JsonNode> clocks(JsonNode snapshot) {
        return Stream.concat(
                snapshot.path("clocks").valueStream(),
                snapshot.path("claims")
                        .valueStream()
                        .flatMap(claim -> claim.path("clocks").valueStream()));
    }

    private static boolean isDue(JsonNode clock, Instant moment) {
        return clock.path("nextAt").isString() && !instant(clock, "nextAt").isAfter(moment);
    }

    private static Row row(JsonNode json) {
        var row = Row.of(json)
                .keyword("kind", json.path("kind"))
                .keyword("state", json.path("state"))
                .keyword("country", json.path("country"))
                .keyword("confidence", json.path("confidence"))
                .text("description", json.path("description"))
                .instant("registeredAt", json.path("registeredAt"))
                .visibleTo(marks(json));
        Stream.of(json.path("country").asString(), json.path("jurisdiction").asString())
                .distinct()
                .forEach(jurisdiction -> row.keyword("jurisdiction", jurisdiction));
        for (var linked : json.path("cases")) {
            row.keyword("caseId", linked.path("caseId"));
        }
        json.path("values")
                .valueStream()
                .map(value -> value.path("value").path("currency").asString())
                .distinct()
                .forEach(currency -> row.keyword("currency", currency));
        for (var value : json.path("values")) {
            row.money(sum(value.path("kind").asString(), value.path("basis").asString()), value.path("value"));
        }
        json.path("returned").forEach(amount -> row.money(RETURNED, amount));
        keywords(row, "reached", json.path("reached").valueStream());
        keywords(row, "right", json.path("interests").valueStream().map(it -> it.path("right")));
        keywords(
                row,
                "holder",
                json.path("interests").valueStream().flatMap(it -> Stream.of(it.path("caseId"), it.path("companyId"))));
        orders(row, json);
        row.keyword("merged", json.has("mergedInto") ? MERGED : ON_ITS_OWN);
        row.keyword("duplicate", isSuspected(json) ? SUSPECTED : UNSUSPECTED);
        for (var restraint : json.path("restraints")) {
            if (isRunning(restraint)) {
                row.date("restraintEndsOn", restraint.path("endsOn"));
                row.instant("dueAt", restraint.path("endsBefore"));
            }
        }
        clocks(json).forEach(clock -> row.instant("dueAt", clock.path("nextAt")));
        return row.build();
    }

    /** Registers by how they are written; days as whole numbers, so that each number is a group. */
    private static void orders(Row.Builder row, JsonNode json) {
        var entries = json.path("orders")
                .valueStream()
                .flatMap(order -> order.path("registers").valueStream())
                .toList();
        keywords(row, "register", entries.stream().map(it -> it.path("register")));
        keywords(
                row,
                "awaitedRegister",
                entries.stream().filter(it -> !it.has("enteredOn")).map(it -> it.path("register")));
        DAYS.forEach((field, name) -> json.path("orders")
                .valueStream()
                .map(order -> order.path("daysAfter").path(name))
                .filter(JsonNode::isNumber)
                .map(days -> Math.min(days.asInt(), DAYS_TOLD_MAX))
                .distinct()
                .forEach(days -> row.keyword(field, days.toString())));
        json.path("orders")
                .valueStream()
                .filter(order -> order.has("issuedOn"))
                .flatMap(order -> order.path("registers")
                        .valueStream()
                        .filter(entry -> entry.has("enteredOn"))
                        .map(entry -> registerDays(order, entry)))
                .distinct()
                .forEach(days -> row.keyword(REGISTER_DAYS, days));
    }

    private static String registerDays(JsonNode order, JsonNode entry) {
        var days = ChronoUnit.DAYS.between(date(order.path("issuedOn")), date(entry.path("enteredOn")));
        return Math.clamp(days, 0, DAYS_TOLD_MAX) + " " + entry.path("register").asString();
    }

    private static LocalDate date(JsonNode json) {
        return LocalDate.parse(json.asString());
    }

    private static void keywords(Row.Builder row, String field, Stream<JsonNode> values) {
        values.filter(JsonNode::isString)
                .map(JsonNode::asString)
                .distinct()
                .forEach(value -> row.keyword(field, value));
    }

    /** Whether it may be the same as another asset, and nobody has decided yet. */
    private static boolean isSuspected(JsonNode json) {
        return json.path("possibleDuplicates")
                .valueStream()
                .anyMatch(it -> !it.path("keptApart").asBoolean());
    }

    private static String[] marks(JsonNode json) {
        return new Subject.Held(States.of(json.path("authority").asString()))
                .marks()
                .toArray(String[]::new);
    }

    private static boolean isRunning(JsonNode restraint) {
        return restraint.path("state").asString().equals(OrderStatus.ISSUED.name());
    }

    private static Instant instant(JsonNode json, String field) {
        return OffsetDateTime.parse(json.path(field).asString()).toInstant();
    }

    /** One sum for each kind and basis, so that neither is ever mixed. The view keeps currencies apart by itself. */
    public static String[] sumsOf(Valuation.Basis... bases) {
        return Stream.of(Valuation.Kind.values())
                .flatMap(kind -> Stream.of(bases).map(basis -> sum(kind.name(), basis.name())))
                .toArray(String[]::new);
    }

    private static String sum(String kind, String basis) {
        return kind.replace('_', '-') + "-" + basis;
    }
}
