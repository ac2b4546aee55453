package org.repatria.assets.flows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.CaseId;
import org.repatria.assets.domain.knowncases.KnownCase;
import org.repatria.assets.domain.knowncases.KnownCaseCommand;
import org.repatria.assets.reactions.WhenAssetAndCaseMeetThenTellTheAsset;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesOver;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.Limits;
import org.repatria.messaging.StoreUnavailable;
import org.repatria.messaging.consuming.CommandFor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The known cases, with what follows for the assets. A command counts as executed only once the assets have been told.
 *
 * <p>INVARIANT: the follow-up comes after the known case is durable and before the consumer notes its progress. A crash
 * in between leads to a repeat, which finds the known case as it stands and tells again; an asset that was told has
 * nothing to do. What is no repeat and changes nothing tells nobody: a case can have thousands of assets, and says
 * much that is nothing to them.
 */
public final class MeetingPoint extends AggregatesOver<KnownCaseCommand, KnownCase> {

    private final Aggregates<KnownCaseCommand, KnownCase> cases;
    private final Aggregates<AssetCommand, Asset> assets;

    public MeetingPoint(Aggregates<KnownCaseCommand, KnownCase> cases, Aggregates<AssetCommand, Asset> assets) {
        super(cases);
        this.cases = cases;
        this.assets = assets;
    }

    @Override
    public Mono<Outcome<KnownCase>> execute(CommandEnvelope<KnownCaseCommand> envelope) {
        return executeAll(List.of(envelope)).map(List::getFirst);
    }

    @Override
    public Mono<List<Outcome<KnownCase>>> executeAll(List<CommandEnvelope<KnownCaseCommand>> envelopes) {
        return standing(envelopes.stream().map(CommandEnvelope::aggregateId).distinct())
                .flatMap(before -> cases.executeAll(envelopes)
                        .flatMap(outcomes -> toTell(envelopes, outcomes, before)
                                .flatMap(known -> tellAssets(envelopes, known))
                                .thenReturn(outcomes)));
    }

    private Mono<Map<String, KnownCase>> standing(Stream<String> ids) {
        return cases.readAll(ids.toList()).collectMap(Aggregates.Current::aggregateId, Aggregates.Current::state);
    }

    /** How each known case stands of which there is something to tell, by its id. */
    private Mono<Map<String, KnownCase>> toTell(
            List<CommandEnvelope<KnownCaseCommand>> envelopes,
            List<Outcome<KnownCase>> outcomes,
            Map<String, KnownCase> before) {
        var known = new HashMap<String, KnownCase>();
        var repeated = new ArrayList<String>();
        for (var i = 0; i < outcomes.size(); i++) {
            var caseId = envelopes.get(i).aggregateId();
            switch (outcomes.get(i)) {
                case Outcome.Done<KnownCase>(var after, var _) -> {
                    if (isAwaited(envelopes.get(i).command()) || !after.equals(before.get(caseId))) {
                        known.put(caseId, after);
                    }
                }
                case Outcome.Repeated<KnownCase> _ -> repeated.add(caseId);
                case Outcome.Unfulfilled<KnownCase> _ -> {}
            }
        }
        return repeated.isEmpty()
                ? Mono.just(known)
                : standing(repeated.stream()).doOnNext(known::putAll).thenReturn(known);
    }

    /** One asset asks, and is told, however often. */
    private static boolean isAwaited(KnownCaseCommand command) {
        return command instanceof KnownCaseCommand.AwaitCase;
    }

    private Mono<Void> tellAssets(List<CommandEnvelope<KnownCaseCommand>> envelopes, Map<String, KnownCase> standing) {
        var told = envelopes.stream()
                .flatMap(envelope -> Optional.ofNullable(standing.get(envelope.aggregateId())).stream()
                        .flatMap(after -> whatAssetsAreTold(envelope, after)))
                .toList();
        return Flux.fromIterable(told)
                .buffer(Limits.BATCH_MAX)
                .concatMap(assets::executeAll)
                .flatMapIterable(outcomes -> outcomes)
                .doOnNext(MeetingPoint::demandTold)
                .then();
    }

    private static Stream<CommandEnvelope<AssetCommand>> whatAssetsAreTold(
            CommandEnvelope<KnownCaseCommand> envelope, KnownCase after) {
        return WhenAssetAndCaseMeetThenTellTheAsset.to(new CaseId(envelope.aggregateId()), envelope.command(), after)
                .stream()
                .map(command -> follow(envelope, command));
    }

    private static CommandEnvelope<AssetCommand> follow(
            CommandEnvelope<KnownCaseCommand> envelope, CommandFor<AssetCommand> command) {
        return envelope.with(command.aggregateId(), command.command());
    }

    private static void demandTold(Outcome<Asset> outcome) {
        switch (outcome) {
            case Outcome.Fulfilled<Asset> _ -> {}
            // Both pass by themselves, so the record is offered again.
            case Outcome.OutboxFull<Asset> _, Outcome.Contended<Asset> _ ->
                throw new StoreUnavailable(
                        "an asset cannot be told of its case now", new IllegalStateException(outcome.toString()));
            case Outcome.Refused<Asset> _, Outcome.Stale<Asset> _, Outcome.CommandIdReused<Asset> _ ->
                throw new IllegalStateException("an asset could not be told of its case: " + outcome);
        }
    }
}
