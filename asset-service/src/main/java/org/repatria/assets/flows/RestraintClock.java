package org.repatria.assets.flows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.queries.DueRestraints;
import org.repatria.assets.reactions.WhenRestraintEndsThenPresumeItLapsed;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.consuming.CommandFor;
import reactor.core.publisher.Mono;

/**
 * Looks for restraints whose end has passed and asks their assets to presume the lapse.
 *
 * <p>Every instance runs it. The list of what is due comes from a view and may be late; the asset decides with one
 * conditional write, so that it happens once whoever asks, how often, and through restarts.
 */
public final class RestraintClock {

    /** How often the clock looks: a lapse is a matter of days, and the look is one range query. */
    public static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private static final Actor ACTOR = Actor.system("restraint-clock");

    private final DueRestraints dueRestraints;
    private final Aggregates<AssetCommand, Asset> assets;
    private final Clock clock;

    public RestraintClock(DueRestraints dueRestraints, Aggregates<AssetCommand, Asset> assets, Clock clock) {
        this.dueRestraints = dueRestraints;
        this.assets = assets;
        this.clock = clock;
    }

    /** Presumes the lapse of all restraints that have ended by now. */
    public Mono<Void> look() {
        return Mono.defer(() -> {
            var now = clock.instant();
            return dueRestraints
                    .endedBy(now)
                    .buffer(DueRestraints.PAGE_MAX)
                    .concatMap(due -> assets.executeAll(WhenRestraintEndsThenPresumeItLapsed.to(due).stream()
                            .map(command -> envelope(command, now))
                            .toList()))
                    .then();
        });
    }

    private static CommandEnvelope<AssetCommand> envelope(CommandFor<AssetCommand> command, Instant now) {
        return CommandEnvelope.of(
                command.aggregateId(), command.command(), new Occasion(ACTOR, now, "end of restraint"));
    }
}
