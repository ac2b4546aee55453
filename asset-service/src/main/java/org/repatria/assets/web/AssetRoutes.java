package org.repatria.assets.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.repatria.api.Commands;
import org.repatria.api.JournalEndpoints;
import org.repatria.api.JournalEndpoints.Reader;
import org.repatria.api.ViewChanges;
import org.repatria.api.ViewLists;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.AssetCommand.ClaimCommand.ChangeClaim;
import org.repatria.assets.domain.AssetCommand.ClaimCommand.FileClaim;
import org.repatria.assets.domain.AssetCommand.CorrectIdentifier;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.KeepApart;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.MergeAsset;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.SeparateAsset;
import org.repatria.assets.domain.AssetCommand.InterestCommand;
import org.repatria.assets.domain.AssetCommand.InterestCommand.CorrectInterest;
import org.repatria.assets.domain.AssetCommand.InterestCommand.EndInterest;
import org.repatria.assets.domain.AssetCommand.InterestCommand.RecordInterest;
import org.repatria.assets.domain.AssetCommand.LinkCase;
import org.repatria.assets.domain.AssetCommand.OrderCommand.ChangeOrder;
import org.repatria.assets.domain.AssetCommand.OrderCommand.RecordHearing;
import org.repatria.assets.domain.AssetCommand.OrderCommand.RecordOrder;
import org.repatria.assets.domain.AssetCommand.OrderCommand.RecordRegisterEntry;
import org.repatria.assets.domain.AssetCommand.PlaceCommand;
import org.repatria.assets.domain.AssetCommand.PlaceCommand.CorrectPlace;
import org.repatria.assets.domain.AssetCommand.PlaceCommand.RecordPlace;
import org.repatria.assets.domain.AssetCommand.RecordIdentifier;
import org.repatria.assets.domain.AssetCommand.RecordValuation;
import org.repatria.assets.domain.AssetCommand.RegisterAsset;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.DischargeRestraint;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.ExtendRestraint;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.RecordRestraint;
import org.repatria.assets.domain.AssetCommand.StepCommand;
import org.repatria.assets.domain.AssetCommand.StepCommand.ConfirmAssetStep;
import org.repatria.assets.domain.AssetCommand.StepCommand.RecordFinding;
import org.repatria.assets.domain.AssetCommand.StepCommand.RefuseAssetStep;
import org.repatria.assets.domain.AssetCommand.UnderPolicy;
import org.repatria.assets.domain.AssetCommand.UnlinkCase;
import org.repatria.assets.domain.AssetCommand.UpkeepCommand.RecordUpkeep;
import org.repatria.assets.domain.AssetCommand.UpkeepCommand.RecordUpkeepPaid;
import org.repatria.assets.domain.CompanyId;
import org.repatria.assets.domain.CurrentValue;
import org.repatria.assets.domain.Holder;
import org.repatria.assets.domain.Interest;
import org.repatria.assets.domain.InterestId;
import org.repatria.assets.domain.OrderId;
import org.repatria.assets.domain.PlaceId;
import org.repatria.assets.domain.StepId;
import org.repatria.assets.domain.ValuationRules;
import org.repatria.assets.domain.companies.Company;
import org.repatria.assets.domain.knowncases.KnownCase;
import org.repatria.assets.domain.rates.Conversion;
import org.repatria.assets.domain.rates.RateSheet;
import org.repatria.assets.flows.CompaniesBehind;
import org.repatria.assets.queries.AssetQuestion;
import org.repatria.assets.queries.AssetView;
import org.repatria.decider.Outcome;
import org.repatria.decider.money.Amounts;
import org.repatria.edge.Acts;
import org.repatria.edge.Answers;
import org.repatria.edge.Api;
import org.repatria.edge.Call;
import org.repatria.edge.Endpoint;
import org.repatria.edge.Endpoint.Draft;
import org.repatria.edge.Endpoint.Texts;
import org.repatria.edge.FieldError;
import org.repatria.edge.Problem;
import org.repatria.edge.Reading;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.Aggregates.Current;
import org.repatria.messaging.Limits;
import org.repatria.policy.Act;
import org.repatria.policy.ObjectKind;
import org.repatria.policy.Policy;
import org.repatria.policy.Verdict;
import org.repatria.readmodel.View;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The routes of assets on one page. */
final class AssetRoutes {

    private static final String ASSET = "/v1/assets/{id}";
    private static final String RESTRAINTS = ASSET + "/restraints";
    private static final String ORDERS = ASSET + "/orders";
    private static final String CLAIMS = ASSET + "/claims";
    private static final String STEPS = ASSET + "/waiting-steps/{stepId}";

    private static final String NO_ASSET = "No asset is known here under this id.";

    private final Aggregates<AssetCommand, Asset> assets;
    private final HolderNames.Source names;
    private final CompaniesBehind companies;
    private final Aggregates<?, RateSheet> rates;
    private final ValuationRules rules;
    private final View view;

    private AssetRoutes(
            Aggregates<AssetCommand, Asset> assets,
            Aggregates<?, KnownCase> knownCases,
            Aggregates<?, Company> companies,
            Aggregates<?, RateSheet> rates,
            ValuationRules rules,
            View view) {
        this.assets = assets;
        this.names = new HolderNames.Source(knownCases, companies);
        this.companies = new CompaniesBehind(companies);
        this.rates = rates;
        this.rules = rules;
        this.view = view;
    }

    static Api api(
            Aggregates<AssetCommand, Asset> assets,
            Aggregates<?, KnownCase> knownCases,
            Aggregates<?, Company> companies,
            Aggregates<?, RateSheet> rates,
            ValuationRules rules,
            View view) {
        var routes = new AssetRoutes(assets, knownCases, companies, rates, rules, view);
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
                Endpoint.command("/v1/assets", RegisterAsset.class, "Takes an asset on file", Texts.NONE)
                        .creates()
                        .handle(this::register),
                Endpoint.get("/v1/assets", "listAssets", "Assets by words and filters, with facets and sums")
                        .query(AssetQuestion.class)
                        .paged()
                        .answers(AssetPage.class, AssetPage.EXAMPLE)
                        .handle(call -> ViewLists.answer(
                                call,
                                view,
                                AssetView.query(call.query(AssetQuestion.class), call.actor()),
                                row -> AssetPage.told(row, call.actor(), call.purpose()))),
                Endpoint.get("/v1/assets/figures", "assetFigures", "Assets counted and summed by state, kind and place")
                        .query(AssetFigures.Question.class)
                        .answers(AssetFigures.class, AssetFigures.EXAMPLE)
                        .handle(call -> AssetFigures.of(call, view).flatMap(figures -> Answers.json(call, figures))),
                Endpoint.get(
                                "/v1/assets/delays",
                                "assetDelays",
                                "Days from the decisions of courts until they were known, entered and served")
                        .query(AssetDelays.Question.class)
                        .answers(AssetDelays.class, AssetDelays.EXAMPLE)
                        .handle(call -> AssetDelays.of(call, view).flatMap(delays -> Answers.json(call, delays))),
                ViewChanges.of(
                        "/v1/assets/stream", "streamAssets", "asset", view, call -> AssetView.visible(call.actor())),
                Endpoint.get(ASSET, "readAsset", "One asset with all its values, interests and orders")
                        .answers(AssetFile.class, AssetFile.EXAMPLE)
                        .handle(this::read),
                Endpoint.get(ASSET + "/acts", "readAssetActs", "What the caller may ask for of this asset")
                        .answers(Acts.class, Acts.EXAMPLE)
                        .handle(this::acts),
                fact("/case-links", LinkCase.class, "Says that the asset belongs to a case, known or not", row -> row),
                fact(
                        "/case-links/{caseId}/removal",
                        UnlinkCase.class,
                        "Takes back that the asset belongs to a case",
                        Draft::versioned),
                fact("/identifiers", RecordIdentifier.class, "Adds an identifier that became known later", row -> row),
                fact(
                        "/identifiers/correction",
                        CorrectIdentifier.class,
                        "Puts another identifier in the place of one that was wrong; the wrong one stays to be read",
                        Draft::versioned),
                place(
                        "",
                        RecordPlace.class,
                        "Records where the asset is from a day on; answers with the id of the entry",
                        row -> row,
                        RecordPlace::placeId),
                place(
                        "/{placeId}/correction",
                        CorrectPlace.class,
                        "Puts another entry in the place of one that was wrong; answers with its id",
                        Draft::versioned,
                        CorrectPlace::correctedBy),
                fact("/valuations", RecordValuation.class, "Adds what the asset was found to be worth", row -> row),
                fact(
                        "/upkeep",
                        RecordUpkeep.class,
                        "Records what is due so that the asset keeps its value",
                        row -> row),
                fact(
                        "/upkeep/{upkeepId}/payment",
                        RecordUpkeepPaid.class,
                        "Records that what was due is paid",
                        Draft::versioned),
                interest(
                        "",
                        RecordInterest.class,
                        "Records that somebody has an interest in the asset; answers with the id of the entry",
                        row -> row,
                        RecordInterest::interestId),
                interest(
                        "/{interestId}/end",
                        EndInterest.class,
                        "Records that an interest in the asset has ended",
                        Draft::versioned,
                        EndInterest::interestId),
                interest(
                        "/{interestId}/correction",
                        CorrectInterest.class,
                        "Puts another entry in the place of one that was wrong; answers with its id",
                        Draft::versioned,
                        CorrectInterest::correctedBy),
                Endpoint.get(
                                ASSET + "/values",
                                "readValues",
                                "What the asset is worth on a day, and in a report currency beside it")
                        .query(ValuesFile.Question.class)
                        .answers(ValuesFile.class, ValuesFile.EXAMPLE)
                        .handle(this::readValues),
                Endpoint.get(ASSET + "/holders", "readHolders", "Who is behind the asset on a day, with bounds")
                        .query(HoldersFile.Question.class)
                        .answers(HoldersFile.class, HoldersFile.EXAMPLE)
                        .handle(this::readHolders),
                Endpoint.get(
                                ASSET + "/holders/export",
                                "exportHolders",
                                "Who is behind the asset on a day, as FollowTheMoney entities")
                        .query(HoldersFile.Question.class)
                        .reads(Reading.DISCLOSURE)
                        .answers(
                                MediaType.APPLICATION_NDJSON,
                                HoldersExport.EXAMPLE,
                                "One entity a line: Asset, Company, Person, Ownership, Directorship")
                        .handle(this::exportHolders),
                order(
                        RESTRAINTS,
                        RecordRestraint.class,
                        "Records that a court restrained the asset",
                        Draft::creates,
                        RecordRestraint::orderId),
                Endpoint.get(RESTRAINTS + "/{orderId}", "readRestraint", "One court order on the asset")
                        .answers(AssetFile.Order.class, AssetFile.Order.EXAMPLE)
                        .handle(this::readOrder),
                order(
                        RESTRAINTS + "/{orderId}/extension",
                        ExtendRestraint.class,
                        "Records that a court let an order run longer; answers with the id of its successor",
                        Draft::versioned,
                        ExtendRestraint::successorId),
                order(
                        RESTRAINTS + "/{orderId}/discharge",
                        DischargeRestraint.class,
                        "Records that an order was lifted, or proposes it where no court decided",
                        Draft::versioned,
                        DischargeRestraint::orderId),
                order(
                        ORDERS,
                        RecordOrder.class,
                        "Records that a court was asked for an order of any kind, or made one",
                        Draft::creates,
                        RecordOrder::orderId),
                order(
                        ORDERS + "/{orderId}/steps",
                        ChangeOrder.class,
                        "Records one step in the life of an order, such as its service on a holder",
                        Draft::versioned,
                        ChangeOrder::stepId),
                order(
                        ORDERS + "/{orderId}/register-entries",
                        RecordRegisterEntry.class,
                        "Records that a public register was asked to enter an order, or entered it",
                        row -> row,
                        RecordRegisterEntry::orderId),
                order(
                        ORDERS + "/{orderId}/hearings",
                        RecordHearing.class,
                        "Records that the requesting state was asked why a measure should go on, or answered",
                        row -> row,
                        RecordHearing::orderId),
                step(
                        ASSET + "/findings",
                        RecordFinding.class,
                        "Records what was found of the asset, or became of it; two people agree",
                        RecordFinding::stepId),
                step(
                        STEPS + "/confirmation",
                        ConfirmAssetStep.class,
                        "Agrees as the second person to a step that waits",
                        ConfirmAssetStep::stepId),
                step(
                        STEPS + "/refusal",
                        RefuseAssetStep.class,
                        "Does not agree to a step that waits, or takes back one's own",
                        RefuseAssetStep::stepId),
                fact(
                        "/possible-duplicates/{assetId}/keeping-apart",
                        KeepApart.class,
                        "Finds that an asset that looks the same is another one",
                        Draft::versioned),
                merger(
                        "/merger",
                        MergeAsset.class,
                        "Proposes that the asset is one with another one, which is kept; two people agree",
                        it -> it.stepId().value()),
                merger(
                        "/separation",
                        SeparateAsset.class,
                        "Finds that the asset and the one into which it was merged are two",
                        _ -> ""),
                Endpoint.get(
                                ASSET + "/grounds",
                                "readGrounds",
                                "On which days each case of the asset bears which steps, and what it lacks")
                        .answers(GroundsFile.class, GroundsFile.EXAMPLE)
                        .handle(this::readGrounds),
                Endpoint.get(
                                ASSET + "/distributions",
                                "readDistributions",
                                "Who gets what of the money that the asset brought, and whether it still adds up")
                        .answers(DistributionsFile.class, DistributionsFile.EXAMPLE)
                        .handle(this::readDistributions),
                Endpoint.get(
                                CLAIMS,
                                "readClaims",
                                "The claims of third parties on the asset, and what is kept for them")
                        .answers(ClaimsFile.class, ClaimsFile.EXAMPLE)
                        .handle(this::readClaims),
                claim(
                        CLAIMS,
                        FileClaim.class,
                        "Records that a third party claims a share of the asset or an amount",
                        Draft::creates,
                        FileClaim::claimId),
                claim(
                        CLAIMS + "/{claimId}/steps",
                        ChangeClaim.class,
                        "Records one step in the life of a claim; a part that is won splits the asset",
                        Draft::versioned,
                        ChangeClaim::stepId));
    }

    /** A command on a claim, answered with the id of the claim or of a step. */
    private <C extends Record & AssetCommand> Endpoint claim(
            String path, Class<C> command, String summary, UnaryOperator<Draft> more, Function<C, ?> answered) {
        return more.apply(Endpoint.command(path, command, summary, Texts.NONE))
                .handle(call -> executed(call, Act.RECORD_CLAIMS, command, answered));
    }

    private Mono<ServerResponse> readGrounds(Call call) {
        return found(call, Act.READ_CASE_GROUNDS)
                .flatMap(found -> Answers.versioned(call, GroundsFile.of(found.asset()), found.version()))
                .switchIfEmpty(Mono.defer(() -> Answers.notFound(NO_ASSET)));
    }

    private Mono<ServerResponse> readDistributions(Call call) {
        return found(call, Act.READ_DISTRIBUTIONS)
                .flatMap(found -> Answers.versioned(call, DistributionsFile.of(found.asset()), found.version()))
                .switchIfEmpty(Mono.defer(() -> Answers.notFound(NO_ASSET)));
    }

    private Mono<ServerResponse> readClaims(Call call) {
        return found(call, Act.READ_CLAIMS)
                .flatMap(found -> Answers.versioned(call, ClaimsFile.of(found.asset()), found.version()))
                .switchIfEmpty(Mono.defer(() -> Answers.notFound(NO_ASSET)));
    }

    /** A command on the facts of an asset, answered with the asset's id. */
    private <C extends Record & AssetCommand> Endpoint fact(
            String path, Class<C> command, String summary, UnaryOperator<Draft> more) {
        return more.apply(Endpoint.command(ASSET + path, command, summary, Texts.NONE))
                .handle(call -> execute(call, Act.RECORD_ASSET_FACTS, assetId(call), call.body(command)));
    }

    /** A command on where an asset is, answered with the id of an entry. */
    private <C extends Record & PlaceCommand> Endpoint place(
            String path, Class<C> command, String summary, UnaryOperator<Draft> more, Function<C, PlaceId> answered) {
        return more.apply(Endpoint.command(ASSET + "/places" + path, command, summary, Texts.NONE))
                .handle(call -> executed(call, Act.RECORD_ASSET_FACTS, command, answered));
    }

    /** A command on being one with another asset, answered with the id of a step or else of the asset. */
    private <C extends Record & AssetCommand> Endpoint merger(
            String path, Class<C> command, String summary, Function<C, String> answered) {
        return Endpoint.command(ASSET + path, command, summary, Texts.NONE)
                .versioned()
                .handle(call -> {
                    var asked = call.body(command);
                    var id = answered.apply(asked);
                    return execute(call, Act.RECORD_ASSET_FACTS, id.isEmpty() ? assetId(call) : id, asked);
                });
    }

    /** A command on an interest in an asset, answered with the id of an entry. */
    private <C extends Record & InterestCommand> Endpoint interest(
            String path,
            Class<C> command,
            String summary,
            UnaryOperator<Draft> more,
            Function<C, InterestId> answered) {
        return more.apply(Endpoint.command(ASSET + "/interests" + path, command, summary, Texts.NONE))
                .handle(call -> {
                    var asked = call.body(command);
                    return execute(
                            call, Act.RECORD_ASSET_FACTS, answered.apply(asked).value(), asked);
                });
    }

    /** A command on what a court ordered, answered with the id of an order or a step. */
    private <C extends Record & AssetCommand> Endpoint order(
            String path, Class<C> command, String summary, UnaryOperator<Draft> more, Function<C, ?> answered) {
        return more.apply(Endpoint.command(path, command, summary, Texts.NONE))
                .handle(call -> executed(call, Act.RECORD_COURT_ORDERS, command, answered));
    }

    /** A command on what is found of the asset, answered with the id of a step. */
    private <C extends Record & StepCommand> Endpoint step(
            String path, Class<C> command, String summary, Function<C, StepId> answered) {
        return Endpoint.command(path, command, summary, Texts.NONE)
                .versioned()
                .handle(call -> executed(call, Act.MOVE_ASSET, command, answered));
    }

    private <C extends Record & AssetCommand> Mono<ServerResponse> executed(
            Call call, Act act, Class<C> command, Function<C, ?> answered) {
        var asked = call.body(command);
        return execute(call, act, answered.apply(asked).toString(), asked);
    }

    private Mono<ServerResponse> register(Call call) {
        var command = call.body(RegisterAsset.class);
        var id = command.assetId().value();
        // On what is registered already, registering is one more act on its facts.
        return executed(call, Act.RECORD_ASSET_FACTS, id, command)
                .flatMap(outcome -> Answers.command(call, id, outcome));
    }

    /**
     * Executes a command of a person on an asset that is there.
     *
     * @param answerId what the caller asked about or created
     */
    private Mono<ServerResponse> execute(Call call, Act act, String answerId, AssetCommand command) {
        return executed(call, act, assetId(call), command)
                .flatMap(outcome -> keepingSilent(call, act, outcome))
                .flatMap(outcome -> Answers.command(call, answerId, outcome))
                .switchIfEmpty(Mono.defer(() -> Answers.notFound(NO_ASSET)));
    }

    private Mono<Outcome<Asset>> executed(Call call, Act act, String assetId, AssetCommand command) {
        var own = new UnderPolicy(act, command);
        return assets.execute(Commands.<AssetCommand>envelope(call, assetId, own));
    }

    /** Says nothing of a stale version or of a race to somebody for whom there is no such asset. */
    private Mono<Outcome<Asset>> keepingSilent(Call call, Act act, Outcome<Asset> outcome) {
        return outcome instanceof Outcome.Stale || outcome instanceof Outcome.Contended
                ? found(call, act).map(_ -> outcome)
                : Mono.just(outcome);
    }

    private Mono<ServerResponse> read(Call call) {
        return visible(call)
                .flatMap(found -> namesFor(found.asset())
                        .flatMap(called -> Answers.versioned(
                                call,
                                AssetFile.of(
                                        found.asset(),
                                        found.version(),
                                        called,
                                        isAllowed(call, Act.READ_CLAIMS, found.asset())),
                                found.version())))
                .switchIfEmpty(Mono.defer(() -> Answers.notFound(NO_ASSET)));
    }

    /** Has no version: it changes with each company behind the asset. */
    private Mono<ServerResponse> readHolders(Call call) {
        return found(call, Act.READ_ASSET)
                .flatMap(found -> behind(found.asset(), call, HoldersFile::of))
                .flatMap(holders -> Answers.json(call, holders))
                .switchIfEmpty(Mono.defer(() -> Answers.notFound(NO_ASSET)));
    }

    /** Has no version: it changes with the day and with the rates. */
    private Mono<ServerResponse> readValues(Call call) {
        var question = call.query(ValuesFile.Question.class);
        var day = question.on().orElse(call.occasion().today());
        if (question.currency().filter(it -> Amounts.decimalsOf(it).isEmpty()).isPresent()) {
            return Answers.problem(Problem.invalidParameters(
                    List.of(new FieldError("query:currency", "CURRENCY", "must be a currency of ISO 4217"))));
        }
        return found(call, Act.READ_ASSET)
                .flatMap(found -> Mono.zip(namesFor(found.asset()), sheetsFor(found.asset(), question.currency()))
                        .map(known -> ValuesFile.of(
                                found.asset(), rules, known.getT1(), day, question.currency(), known.getT2())))
                .flatMap(values -> Answers.json(call, values))
                .switchIfEmpty(Mono.defer(() -> Answers.notFound(NO_ASSET)));
    }

    private Mono<Map<String, RateSheet>> sheetsFor(Registered asset, Optional<String> currency) {
        var ids = currency.stream()
                .flatMap(to -> CurrentValue.latest(asset.valuations()).stream()
                        .flatMap(it -> Conversion.sheets(it.value().currency(), to, it.valuedOn()).stream()))
                .distinct()
                .toList();
        return Flux.fromIterable(ids)
                .buffer(Limits.BATCH_MAX)
                .concatMap(rates::readAll)
                .collectMap(Current::aggregateId, Current::state);
    }

    private Mono<ServerResponse> exportHolders(Call call) {
        return found(call, Act.EXPORT_ASSET)
                .flatMap(found -> behind(found.asset(), call, HoldersExport::of))
                .flatMap(lines -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_NDJSON)
                        .header("Cache-Control", "no-store")
                        .header("Content-Disposition", "attachment; filename=\"holders.ftm.json\"")
                        .bodyValue(lines.getBytes(StandardCharsets.UTF_8)))
                .switchIfEmpty(Mono.defer(() -> Answers.notFound(NO_ASSET)));
    }

    private interface Telling<T> {
        T of(Registered asset, Map<CompanyId, Company.Registered> companies, HolderNames names, LocalDate day);
    }

    /** What is told of all who are behind an asset on the day that is asked for, or else today. */
    private <T> Mono<T> behind(Registered asset, Call call, Telling<T> telling) {
        var day = call.query(HoldersFile.Question.class)
                .on()
                .orElse(call.occasion().today());
        return companies
                .behind(asset)
                .flatMap(found -> names.of(List.of(), holdersIn(asset, found), asset.state())
                        .map(called -> telling.of(asset, found, called, day)));
    }

    private static List<Holder> holdersIn(Registered asset, Map<CompanyId, Company.Registered> companies) {
        return Stream.concat(
                        asset.interests().stream(), companies.values().stream().flatMap(it -> it.holders().stream()))
                .map(Interest::holder)
                .distinct()
                .toList();
    }

    private Mono<ServerResponse> readOrder(Call call) {
        return visible(call)
                .flatMap(found -> Mono.justOrEmpty(
                                OrderId.parse(call.id("orderId")).flatMap(found.asset()::order))
                        .flatMap(order ->
                                Answers.versioned(call, AssetFile.Order.of(order, found.asset()), found.version())))
                .switchIfEmpty(Mono.defer(() -> Answers.notFound("No such court order is known here.")));
    }

    private Mono<Found> visible(Call call) {
        return found(call, Act.READ_ASSET);
    }

    /** The asset, to whom the policy lets do this to it; to others there is none. */
    private Mono<ServerResponse> acts(Call call) {
        return found(call, Act.READ_ASSET)
                .map(found -> Policy.ofTheHouse()
                        .operationsOn(
                                ObjectKind.ASSET, call.actor(), found.asset().subject(), call.purpose()))
                .flatMap(operations -> Answers.json(call, Acts.of(operations)))
                .switchIfEmpty(Mono.defer(() -> Answers.notFound(NO_ASSET)));
    }

    private Mono<Found> found(Call call, Act act) {
        return assets.read(assetId(call))
                .flatMap(current -> Mono.justOrEmpty(Found.of(current)))
                .filter(found -> isAllowed(call, act, found.asset()));
    }

    private static boolean isAllowed(Call call, Act act, Registered asset) {
        return Policy.ofTheHouse().decide(call.actor(), act, asset.subject(), call.purpose()) == Verdict.ALLOWED;
    }

    private Mono<HolderNames> namesFor(Registered asset) {
        return names.of(
                asset.links().stream().map(link -> link.caseId().value()).toList(),
                asset.interests().stream().map(Interest::holder).toList(),
                asset.state());
    }

    private static String assetId(Call call) {
        return call.id("id");
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
