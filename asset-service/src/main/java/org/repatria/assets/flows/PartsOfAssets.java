package org.repatria.assets.flows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.AssetCommand.RegisterPart;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesOver;
import org.repatria.messaging.CommandEnvelope;
import reactor.core.publisher.Mono;

/**
 * The assets, where a part is registered with what its whole was when it was split.
 *
 * <p>INVARIANT: the whole is durable before anybody hears that it was split, and nothing but news of its cases is
 * recorded at it afterwards. So a crash between the two parts leads to a repeat that registers the other one, with the
 * same; a part that is there has nothing to do.
 */
public final class PartsOfAssets extends AggregatesOver<AssetCommand, Asset> {

    private final Aggregates<AssetCommand, Asset> assets;

    public PartsOfAssets(Aggregates<AssetCommand, Asset> assets) {
        super(assets);
        this.assets = assets;
    }

    @Override
    public Mono<Outcome<Asset>> execute(CommandEnvelope<AssetCommand> envelope) {
        return executeAll(List.of(envelope)).map(List::getFirst);
    }

    @Override
    public Mono<List<Outcome<Asset>>> executeAll(List<CommandEnvelope<AssetCommand>> envelopes) {
        var wholes = envelopes.stream()
                .flatMap(it -> it.command() instanceof RegisterPart part
                        ? Optional.of(part.wholeId().value()).stream()
                        : Optional.<String>empty().stream())
                .distinct()
                .toList();
        return assets.readAll(wholes)
                .collectMap(Current::aggregateId, Current::state)
                .flatMap(known -> assets.executeAll(
                        envelopes.stream().map(it -> filled(it, known)).toList()));
    }

    private static CommandEnvelope<AssetCommand> filled(
            CommandEnvelope<AssetCommand> envelope, Map<String, Asset> known) {
        return envelope.command() instanceof RegisterPart part
                ? envelope.with(
                        envelope.aggregateId(),
                        new RegisterPart(
                                part.wholeId(),
                                part.side(),
                                Optional.ofNullable(known.get(part.wholeId().value()))
                                        .flatMap(PartsOfAssets::split)))
                : envelope;
    }

    private static Optional<Registered> split(Asset asset) {
        return asset instanceof Registered whole && whole.split().isPresent() ? Optional.of(whole) : Optional.empty();
    }
}
