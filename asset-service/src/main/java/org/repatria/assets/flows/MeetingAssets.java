package org.repatria.assets.flows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.KeepApart;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.NotePossibleDuplicates;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.SettleDuplicates;
import org.repatria.assets.domain.AssetCommand.RegisterAsset;
import org.repatria.assets.domain.AssetCommand.UnderPolicy;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.Likeness;
import org.repatria.assets.domain.alike.Alike;
import org.repatria.assets.domain.alike.AlikeCommand;
import org.repatria.assets.domain.alike.AlikeCommand.Join;
import org.repatria.assets.reactions.WhenAssetsAreKeptApartThenTellTheOther;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.JournalEntry;
import org.repatria.messaging.StoreUnavailable;
import org.repatria.messaging.consuming.CommandFor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The assets, with what follows where two of them are alike.
 *
 * <p>INVARIANT: what follows comes after the command is durable, and every part of it is harmless when repeated. A
 * person's command is answered whether or not it came to that. The asset's own published event sets it off once more,
 * so a crash in between loses nothing.
 */
public final class MeetingAssets implements Aggregates<AssetCommand, Asset> {

    private final Aggregates<AssetCommand, Asset> assets;
    private final Aggregates<AlikeCommand, Alike> alike;

    public MeetingAssets(Aggregates<AssetCommand, Asset> assets, Aggregates<AlikeCommand, Alike> alike) {
        this.assets = assets;
        this.alike = alike;
    }

    @Override
    public Mono<Outcome<Asset>> execute(CommandEnvelope<AssetCommand> envelope) {
        return assets.execute(envelope)
                .flatMap(outcome -> outcome instanceof Outcome.Fulfilled && concernsOthers(envelope.command())
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

    @Override
    public Mono<Current<Asset>> read(String assetId) {
        return assets.read(assetId);
    }

    @Override
    public Flux<Current<Asset>> readAll(List<String> assetIds) {
        return assets.readAll(assetIds);
    }

    @Override
    public Flux<JournalEntry> journal(String assetId, long afterSequence, int limit) {
        return assets.journal(assetId, afterSequence, limit);
    }

    @Override
    public Flux<JournalEntry> toldJournal(String assetId, long afterTold, int limit) {
        return assets.toldJournal(assetId, afterTold, limit);
    }

    @Override
    public Mono<JournalVerification> verify(String assetId) {
        return assets.verify(assetId);
    }

    private static boolean concernsOthers(AssetCommand command) {
        return command instanceof UnderPolicy(var _, RegisterAsset _)
                || command instanceof UnderPolicy(var _, KeepApart _);
    }

    private Mono<Void> settle(CommandEnvelope<AssetCommand> cause) {
        return assets.read(cause.aggregateId())
                .map(Current::state)
                .ofType(Registered.class)
                .flatMap(asset -> join(asset, cause)
                        .flatMap(met -> tell(met, cause))
                        .then(tell(WhenAssetsAreKeptApartThenTellTheOther.to(asset), cause)));
    }

    /** Joins the meetings of an asset; what it and the others there are to be told of one another. */
    private Mono<List<CommandFor<AssetCommand>>> join(Registered asset, CommandEnvelope<?> cause) {
        var keys = AlikeKeys.of(asset);
        var joins = keys.keySet().stream()
                .map(key -> CommandEnvelope.<AlikeCommand>of(key, new Join(asset.id()), cause.occasion()))
                .toList();
        return alike.executeAll(joins).map(outcomes -> {
            var told = new TreeMap<String, Map<AssetId, List<Likeness>>>();
            var ways = List.copyOf(keys.values());
            for (var i = 0; i < outcomes.size(); i++) {
                for (var other : others(outcomes.get(i), asset.id())) {
                    add(told, asset.id(), other, ways.get(i));
                    add(told, other, asset.id(), ways.get(i));
                }
            }
            return told.entrySet().stream()
                    .map(it -> new CommandFor<AssetCommand>(it.getKey(), new NotePossibleDuplicates(it.getValue())))
                    .toList();
        });
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
