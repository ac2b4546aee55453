package org.repatria.assets.flows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.KeepApart;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.MergeAsset;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.NotePossibleDuplicates;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.SeparateAsset;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.SettleDuplicates;
import org.repatria.assets.domain.AssetCommand.IdentifierCommand;
import org.repatria.assets.domain.AssetCommand.PlaceCommand;
import org.repatria.assets.domain.AssetCommand.RegisterAsset;
import org.repatria.assets.domain.AssetCommand.StepCommand.ConfirmAssetStep;
import org.repatria.assets.domain.AssetCommand.UnderPolicy;
import org.repatria.assets.domain.AssetDecider;
import org.repatria.assets.domain.AssetEvent;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.Likeness;
import org.repatria.assets.domain.Merger.Phase;
import org.repatria.assets.domain.Merging;
import org.repatria.assets.domain.alike.Alike;
import org.repatria.assets.domain.alike.AlikeCommand;
import org.repatria.assets.domain.alike.AlikeCommand.Join;
import org.repatria.assets.reactions.WhenAssetIsMergedThenAskTheOther;
import org.repatria.assets.reactions.WhenAssetsAreKeptApartThenTellTheOther;
import org.repatria.decider.Decision;
import org.repatria.decider.Outcome;
import org.repatria.decider.Refusal;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesOver;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.StoreUnavailable;
import org.repatria.messaging.consuming.CommandFor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The assets, with what follows where two of them are alike, become one, or are two again.
 *
 * <p>INVARIANT: what follows comes after the command is durable, and every part of it is harmless when repeated. A
 * person's command is answered whether or not it came to that. The asset's own published event sets it off once more,
 * so a crash in between loses nothing.
 */
public final class MeetingAssets extends AggregatesOver<AssetCommand, Asset> {

    private static final AssetDecider DECIDER = new AssetDecider();

    private final Aggregates<AssetCommand, Asset> assets;
    private final Aggregates<AlikeCommand, Alike> alike;

    public MeetingAssets(Aggregates<AssetCommand, Asset> assets, Aggregates<AlikeCommand, Alike> alike) {
        super(assets);
        this.assets = assets;
        this.alike = alike;
    }

    @Override
    public Mono<Outcome<Asset>> execute(CommandEnvelope<AssetCommand> envelope) {
        return asked(envelope.command())
                .map(command ->
                        refusedByTheOther(envelope, command).switchIfEmpty(Mono.defer(() -> executed(envelope))))
                .orElseGet(() -> assets.execute(envelope));
    }

    private Mono<Outcome<Asset>> executed(CommandEnvelope<AssetCommand> envelope) {
        return assets.execute(envelope)
                .flatMap(outcome -> concernsOthers(envelope.command(), outcome)
                        ? settle(envelope)
                                .onErrorResume(StoreUnavailable.class, _ -> Mono.empty())
                                .thenReturn(outcome)
                        : Mono.just(outcome));
    }

    @Override
    public Mono<List<Outcome<Asset>>> executeAll(List<CommandEnvelope<AssetCommand>> envelopes) {
        return assets.executeAll(envelopes)
                .flatMap(outcomes -> Flux.fromIterable(envelopes)
                        .filter(it -> it.command() instanceof SettleDuplicates)
                        .concatMap(this::settle)
                        .then(Mono.just(outcomes)));
    }

    /** What a person asks that may concern another asset too. */
    private static Optional<AssetCommand> asked(AssetCommand command) {
        return command instanceof UnderPolicy(var _, AssetCommand own)
                        && (own instanceof RegisterAsset
                                || own instanceof KeepApart
                                || own instanceof MergeAsset
                                || own instanceof PlaceCommand
                                || own instanceof IdentifierCommand
                                || own instanceof ConfirmAssetStep
                                || own instanceof SeparateAsset)
                ? Optional.of(own)
                : Optional.empty();
    }

    /** A step of other kinds that a second person confirms is nothing to other assets. */
    private static boolean concernsOthers(AssetCommand command, Outcome<Asset> outcome) {
        return outcome instanceof Outcome.Done<Asset>(Registered asset, var version)
                && asked(command)
                        .filter(own -> own instanceof KeepApart
                                || own instanceof PlaceCommand
                                || own instanceof IdentifierCommand
                                || version == 1
                                || isUnderWay(asset))
                        .isPresent();
    }

    private static boolean isUnderWay(Registered asset) {
        return asset.sameness()
                .mergedInto()
                .filter(it -> it.phase() != Phase.MERGED)
                .isPresent();
    }

    /**
     * The answer where the other asset cannot do its part; empty where it can, or is not even asked. Nothing has
     * happened then. What changes between this look and the deed is answered by the other asset itself.
     */
    private Mono<Outcome<Asset>> refusedByTheOther(CommandEnvelope<AssetCommand> envelope, AssetCommand command) {
        return command instanceof MergeAsset || command instanceof ConfirmAssetStep || command instanceof SeparateAsset
                ? assets.read(envelope.aggregateId()).flatMap(current -> refused(envelope, current))
                : Mono.empty();
    }

    private Mono<Outcome<Asset>> refused(CommandEnvelope<AssetCommand> envelope, Current<Asset> current) {
        return Mono.just(current.state())
                .ofType(Registered.class)
                .flatMapIterable(asset -> wanted(envelope, asset))
                .concatMap(this::refusal)
                .next()
                .map(refusal -> new Outcome.Refused<>(refusal, current.state(), current.version()));
    }

    /** What the other asset would be asked if the command were executed now. */
    private static List<CommandFor<AssetCommand>> wanted(CommandEnvelope<AssetCommand> envelope, Registered asset) {
        return DECIDER.decide(envelope.command(), asset, envelope.occasion())
                        instanceof Decision.Accepted<AssetEvent>(var events)
                ? WhenAssetIsMergedThenAskTheOther.wouldAsk(events, asset)
                : List.of();
    }

    private Mono<Refusal> refusal(CommandFor<AssetCommand> wanted) {
        return assets.read(wanted.aggregateId())
                .map(Current::state)
                .defaultIfEmpty(DECIDER.initial())
                .flatMap(other -> Mono.justOrEmpty(Merging.unfit(wanted.command(), other)));
    }

    /** Does all that follows for others from how an asset stands. */
    private Mono<Void> settle(CommandEnvelope<AssetCommand> cause) {
        return standing(cause.aggregateId())
                .flatMap(asset -> isUnderWay(asset)
                        ? goOn(asset, cause).then(standing(asset.id().value()))
                        : Mono.just(asset))
                .flatMap(asset -> asset.sameness()
                        .mergedInto()
                        // The kept asset has identifiers by now that others may have.
                        .map(merger -> standing(merger.into().value()).flatMap(kept -> meet(kept, cause)))
                        .orElseGet(() -> meet(asset, cause)));
    }

    private Mono<Registered> standing(String assetId) {
        return assets.read(assetId).map(Current::state).ofType(Registered.class);
    }

    /** Asks the kept asset to do its part, and tells its answer to the one that asked. */
    private Mono<Void> goOn(Registered asset, CommandEnvelope<?> cause) {
        var ask = WhenAssetIsMergedThenAskTheOther.to(asset);
        return tell(ask.stream().toList(), cause)
                .then(Mono.defer(() -> Flux.fromIterable(ask)
                        .concatMap(it -> standing(it.aggregateId()))
                        .concatMap(kept -> tell(WhenAssetIsMergedThenAskTheOther.answer(asset, kept), cause))
                        .then()));
    }

    private Mono<Void> meet(Registered asset, CommandEnvelope<?> cause) {
        return asset.sameness().isMerged()
                ? Mono.empty()
                : join(asset, cause)
                        .flatMap(met -> tell(met, cause))
                        .then(tell(WhenAssetsAreKeptApartThenTellTheOther.to(asset), cause));
    }

    /** Joins the meetings of an asset; what it and the others there are to be told of one another. */
    private Mono<List<CommandFor<AssetCommand>>> join(Registered asset, CommandEnvelope<?> cause) {
        var keys = AlikeKeys.of(asset);
        var joins = keys.keySet().stream()
                .map(key -> CommandEnvelope.<AlikeCommand>of(key, new Join(asset.id()), cause.occasion()))
                .toList();
        return alike.executeAll(joins).flatMap(outcomes -> {
            var told = new TreeMap<String, Map<AssetId, List<Likeness>>>();
            var ways = List.copyOf(keys.values());
            for (var i = 0; i < outcomes.size(); i++) {
                for (var other : others(outcomes.get(i), asset.id())) {
                    add(told, asset.id(), other, ways.get(i));
                    add(told, other, asset.id(), ways.get(i));
                }
            }
            return withoutMerged(told);
        });
    }

    /** An asset for which another one stands is no possible duplicate: that other one is. */
    private Mono<List<CommandFor<AssetCommand>>> withoutMerged(Map<String, Map<AssetId, List<Likeness>>> told) {
        return assets.readAll(List.copyOf(told.keySet()))
                .map(Current::state)
                .ofType(Registered.class)
                .filter(it -> !it.sameness().isMerged())
                .map(Registered::id)
                .collect(Collectors.toSet())
                .map(there -> told.entrySet().stream()
                        .map(it -> {
                            it.getValue().keySet().retainAll(there);
                            return new CommandFor<AssetCommand>(it.getKey(), new NotePossibleDuplicates(it.getValue()));
                        })
                        .toList());
    }

    private static List<AssetId> others(Outcome<Alike> outcome, AssetId self) {
        return switch (outcome) {
            case Outcome.Done<Alike>(var there, var _)
            when there.assets().contains(self) ->
                there.assets().stream().filter(it -> !it.equals(self)).toList();
            // The meeting is full.
            case Outcome.Fulfilled<Alike> _ -> List.of();
            case Outcome.Unfulfilled<Alike> _ -> throw later(outcome);
        };
    }

    private static void add(Map<String, Map<AssetId, List<Likeness>>> told, AssetId who, AssetId other, Likeness by) {
        told.computeIfAbsent(who.value(), _ -> new HashMap<>())
                .computeIfAbsent(other, _ -> new ArrayList<>())
                .add(by);
    }

    private Mono<Void> tell(List<CommandFor<AssetCommand>> commands, CommandEnvelope<?> cause) {
        return Flux.fromIterable(commands)
                .map(it -> CommandEnvelope.of(it.aggregateId(), it.command(), cause.occasion()))
                .concatMap(assets::execute)
                .doOnNext(MeetingAssets::demandDone)
                .then();
    }

    private static void demandDone(Outcome<Asset> outcome) {
        if (outcome instanceof Outcome.Unfulfilled<Asset>) {
            throw later(outcome);
        }
    }

    /** Nothing here is refused; a race or a full outbox passes by itself, so it is offered again. */
    private static StoreUnavailable later(Outcome<?> outcome) {
        return new StoreUnavailable(
                "assets that are alike cannot be told so now", new IllegalStateException(outcome.toString()));
    }
}
