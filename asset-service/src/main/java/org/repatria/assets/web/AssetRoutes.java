package org.repatria.assets.web;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.api.Commands;
import org.repatria.api.JournalEndpoints;
import org.repatria.api.JournalEndpoints.Reader;
import org.repatria.api.ViewLists;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.AssetCommand.LinkCase;
import org.repatria.assets.domain.AssetCommand.RecordValuation;
import org.repatria.assets.domain.AssetCommand.RegisterAsset;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.DischargeRestraint;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.ExtendRestraint;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.RecordRestraint;
import org.repatria.assets.domain.AssetCommand.UnderPolicy;
import org.repatria.assets.domain.AssetCommand.UnlinkCase;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.CaseId;
import org.repatria.assets.domain.OrderId;
import org.repatria.assets.domain.knowncases.CaseFacts;
import org.repatria.assets.domain.knowncases.KnownCase;
import org.repatria.assets.queries.AssetQuestion;
import org.repatria.assets.queries.AssetView;
import org.repatria.decider.Ids;
import org.repatria.decider.Outcome;
import org.repatria.edge.Answers;
import org.repatria.edge.Api;
import org.repatria.edge.Call;
import org.repatria.edge.Endpoint;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.Aggregates.Current;
import org.repatria.policy.Act;
import org.repatria.policy.Policy;
import org.repatria.policy.Verdict;
import org.repatria.readmodel.View;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The routes of assets on one page. */
final class AssetRoutes {

    private static final String ASSET = "/v1/assets/{id}";
    private static final String ORDER = ASSET + "/restraints/{orderId}";

    private static final String NO_ASSET = "No asset is known here under this id.";

    private final Aggregates<AssetCommand, Asset> assets;
    private final Aggregates<?, KnownCase> knownCases;
    private final View view;

    private AssetRoutes(Aggregates<AssetCommand, Asset> assets, Aggregates<?, KnownCase> knownCases, View view) {
        this.assets = assets;
        this.knownCases = knownCases;
        this.view = view;
    }

    static Api api(Aggregates<AssetCommand, Asset> assets, Aggregates<?, KnownCase> knownCases, View view) {
        var routes = new AssetRoutes(assets, knownCases, view);
        var endpoints = new ArrayList<>(routes.endpoints());
        endpoints.addAll(JournalEndpoints.of(
                ASSET,
                "asset",
                assets,
                call -> routes.found(call, Act.READ_ASSET_JOURNAL)
                        .map(_ -> Reader.ofEverything())
                        // The same words as for an id that nobody has.
                        .switchIfEmpty(Mono.error(JournalEndpoints::nothingThere))));
        return new Api("assets", "What is traced, restrained, confiscated and returned.", endpoints);
    }

    private List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post("/v1/assets", "registerAsset", "Takes an asset on file")
                        .json(AssetBodies.Register.class, AssetBodies.Register.EXAMPLE)
                        .creates()
                        .refusedAs(RegisterAsset.class)
                        .handle(this::register),
                Endpoint.get("/v1/assets", "listAssets", "Assets by words and filters, with facets and sums")
                        .query(AssetQuestion.class)
                        .paged()
                        .answers(AssetPage.class, AssetPage.EXAMPLE)
                        .handle(call -> ViewLists.answer(
                                call, view, AssetView.query(call.query(AssetQuestion.class), call.actor()))),
                Endpoint.get(ASSET, "readAsset", "One asset with all its values and orders")
                        .answers(AssetFile.class, AssetFile.EXAMPLE)
                        .handle(this::read),
                Endpoint.post(ASSET + "/case-links", "linkCase", "Says that the asset belongs to a case, known or not")
                        .json(AssetBodies.Link.class, AssetBodies.Link.EXAMPLE)
                        .refusedAs(LinkCase.class)
                        .handle(this::link),
                Endpoint.post(
                                ASSET + "/case-links/{caseId}/removal",
                                "unlinkCase",
                                "Takes back that the asset belongs to a case")
                        .versioned()
                        .json(AssetBodies.Unlink.class, AssetBodies.Unlink.EXAMPLE)
                        .refusedAs(UnlinkCase.class)
                        .handle(this::unlink),
                Endpoint.post(ASSET + "/valuations", "recordValuation", "Adds what the asset was found to be worth")
                        .json(AssetBodies.Value.class, AssetBodies.Value.EXAMPLE)
                        .refusedAs(RecordValuation.class)
                        .handle(this::value),
                Endpoint.post(ASSET + "/restraints", "recordRestraint", "Records that a court restrained the asset")
                        .json(AssetBodies.Restrain.class, AssetBodies.Restrain.EXAMPLE)
                        .creates()
                        .refusedAs(RecordRestraint.class)
                        .handle(this::restrain),
                Endpoint.get(ORDER, "readRestraint", "One restraint order")
                        .answers(AssetFile.Restraint.class, AssetFile.Restraint.EXAMPLE)
                        .handle(this::readOrder),
                Endpoint.post(
                                ORDER + "/extension",
                                "extendRestraint",
                                "Records that a court let an order run longer; answers with the id of its successor")
                        .versioned()
                        .json(AssetBodies.Extend.class, AssetBodies.Extend.EXAMPLE)
                        .refusedAs(ExtendRestraint.class)
                        .handle(this::extend),
                Endpoint.post(ORDER + "/discharge", "dischargeRestraint", "Records that a court ended an order")
                        .versioned()
                        .json(AssetBodies.Discharge.class, AssetBodies.Discharge.EXAMPLE)
                        .refusedAs(DischargeRestraint.class)
                        .handle(this::discharge));
    }

    private Mono<ServerResponse> register(Call call) {
        var id = Ids.derived("asset-", call.commandKey());
        var command = call.body(AssetBodies.Register.class)
                .command(new AssetId(id), call.actor().authority());
        // On what is registered already, registering is one more act on its facts.
        return executed(call, Act.RECORD_ASSET_FACTS, id, command)
                .flatMap(outcome -> Answers.command(call, id, outcome));
    }

    private Mono<ServerResponse> link(Call call) {
        var caseId = new CaseId(call.body(AssetBodies.Link.class).caseId());
        return execute(call, Act.RECORD_ASSET_FACTS, assetId(call), assetId(call), new LinkCase(caseId));
    }

    private Mono<ServerResponse> unlink(Call call) {
        var reason = call.body(AssetBodies.Unlink.class).reason();
        return CaseId.parse(call.id("caseId"))
                .map(caseId -> execute(
                        call, Act.RECORD_ASSET_FACTS, assetId(call), assetId(call), new UnlinkCase(caseId, reason)))
                .orElseGet(() -> Answers.notFound("No case has such an id."));
    }

    private Mono<ServerResponse> value(Call call) {
        return execute(
                call,
                Act.RECORD_ASSET_FACTS,
                assetId(call),
                assetId(call),
                call.body(AssetBodies.Value.class).command());
    }

    private Mono<ServerResponse> restrain(Call call) {
        var orderId = newOrderId(call);
        var command = call.body(AssetBodies.Restrain.class).command(orderId);
        return execute(call, Act.RECORD_COURT_ORDERS, assetId(call), orderId.value(), command);
    }

    private Mono<ServerResponse> extend(Call call) {
        var successorId = newOrderId(call);
        var body = call.body(AssetBodies.Extend.class);
        return OrderId.parse(call.id("orderId"))
                .map(orderId -> execute(
                        call,
                        Act.RECORD_COURT_ORDERS,
                        assetId(call),
                        successorId.value(),
                        body.command(orderId, successorId)))
                .orElseGet(() -> Answers.notFound("No order has such an id."));
    }

    private Mono<ServerResponse> discharge(Call call) {
        var body = call.body(AssetBodies.Discharge.class);
        return OrderId.parse(call.id("orderId"))
                .map(orderId -> execute(
                        call,
                        Act.RECORD_COURT_ORDERS,
                        assetId(call),
                        orderId.value(),
                        new DischargeRestraint(orderId, body.dischargedOn(), body.reason())))
                .orElseGet(() -> Answers.notFound("No order has such an id."));
    }

    /**
     * Executes a command of a person on an asset that is there.
     *
     * @param answerId what the caller asked about or created
     */
    private Mono<ServerResponse> execute(Call call, Act act, String assetId, String answerId, AssetCommand command) {
        return executed(call, act, assetId, command)
                .flatMap(outcome -> keepingSilent(call, act, outcome))
                .flatMap(outcome -> Answers.command(call, answerId, outcome))
                .switchIfEmpty(Mono.defer(() -> Answers.notFound(NO_ASSET)));
    }

    private Mono<Outcome<Asset>> executed(Call call, Act act, String assetId, AssetCommand command) {
        var own = new UnderPolicy(act, command);
        return assets.execute(Commands.<AssetCommand>envelope(call, assetId, own));
    }

    /** A version that is not the current one, or a race, says nothing to somebody for whom there is nothing. */
    private Mono<Outcome<Asset>> keepingSilent(Call call, Act act, Outcome<Asset> outcome) {
        return outcome instanceof Outcome.Stale || outcome instanceof Outcome.Contended
                ? found(call, act).map(_ -> outcome)
                : Mono.just(outcome);
    }

    private Mono<ServerResponse> read(Call call) {
        return visible(call)
                .flatMap(found -> factsOf(found.asset())
                        .flatMap(facts -> Answers.versioned(
                                call, AssetFile.of(found.asset(), found.version(), facts), found.version())))
                .switchIfEmpty(Mono.defer(() -> Answers.notFound(NO_ASSET)));
    }

    private Mono<ServerResponse> readOrder(Call call) {
        return visible(call)
                .flatMap(found -> Mono.justOrEmpty(
                                OrderId.parse(call.id("orderId")).flatMap(found.asset()::order))
                        .flatMap(order -> Answers.versioned(call, AssetFile.Restraint.of(order), found.version())))
                .switchIfEmpty(Mono.defer(() -> Answers.notFound("No such restraint order is known here.")));
    }

    private Mono<Found> visible(Call call) {
        return found(call, Act.READ_ASSET);
    }

    /** The asset, to whom the policy lets do this to it; to others there is none. */
    private Mono<Found> found(Call call, Act act) {
        return assets.read(assetId(call))
                .flatMap(current -> Mono.justOrEmpty(Found.of(current)))
                .filter(found -> Policy.ofTheHouse()
                                .decide(call.actor(), act, found.asset().subject(), call.purpose())
                        == Verdict.ALLOWED);
    }

    /** The names of the cases come from our own copy, read by id; those of other states' cases are withheld. */
    private Mono<Map<String, CaseFacts>> factsOf(Registered asset) {
        var caseIds = asset.links().stream().map(link -> link.caseId().value()).toList();
        return knownCases
                .readAll(caseIds)
                .filter(known -> known.state()
                        .facts()
                        .filter(facts -> facts.concern(asset.state()))
                        .isPresent())
                .collect(toMap(
                        Current::aggregateId, known -> known.state().facts().orElseThrow()));
    }

    private static String assetId(Call call) {
        return call.id("id");
    }

    private static OrderId newOrderId(Call call) {
        return new OrderId(Ids.derived("order-", assetId(call), call.commandKey()));
    }

    private record Found(Registered asset, long version) {
        static Optional<Found> of(Current<Asset> current) {
            return switch (current.state()) {
                case Registered asset -> Optional.of(new Found(asset, current.version()));
                case Asset.Unregistered _ -> Optional.empty();
            };
        }
    }
}
