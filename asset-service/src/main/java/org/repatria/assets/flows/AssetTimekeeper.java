package org.repatria.assets.flows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.queries.DueAssets;
import org.repatria.assets.reactions.WhenSomethingIsDueThenTellItsAsset;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.consuming.CommandFor;
import reactor.core.publisher.Mono;

/**
 * Asks assets of which something is due. That is a restraint whose end has passed, or a clock that has something to
 * say.
 *
 * <p>Every instance runs it. The list of what is due comes from a view and may be late; the asset decides with one
 * conditional write, so that it happens once whoever asks, how often, and through restarts.
 */
public final class AssetTimekeeper {

    /** How often it looks: a lapse or a warning is a matter of days, and the look is one range query. */
    public static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private static final Actor ACTOR = Actor.system("asset-timekeeper");

    private final DueAssets dueAssets;
    private final Aggregates<AssetCommand, Asset> assets;
    private final Clock clock;

    public AssetTimekeeper(DueAssets dueAssets, Aggregates<AssetCommand, Asset> assets, Clock clock) {
        this.dueAssets = dueAssets;
        this.assets = assets;
        this.clock = clock;
    }

    /** Asks all assets of which something is due by now. */
    public Mono<Void> look() {
        return Mono.defer(() -> {
            var now = clock.instant();
            return dueAssets
                    .dueBy(now)
                    .buffer(DueAssets.PAGE_MAX)
                    .concatMap(due -> assets.executeAll(WhenSomethingIsDueThenTellItsAsset.to(due).stream()
                            .map(command -> envelope(command, now))
                            .toList()))
                    .then();
        });
    }

    private static CommandEnvelope<AssetCommand> envelope(CommandFor<AssetCommand> command, Instant now) {
        return CommandEnvelope.of(
                command.aggregateId(), command.command(), new Occasion(ACTOR, now, "the passing of time"));
    }
}
