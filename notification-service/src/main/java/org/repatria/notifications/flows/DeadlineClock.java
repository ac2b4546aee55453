package org.repatria.notifications.flows;

import java.time.Clock;
import java.time.Instant;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.notifications.Limits;
import org.repatria.notifications.domain.alerts.Alert;
import org.repatria.notifications.domain.alerts.AlertCommand;
import org.repatria.notifications.domain.alerts.AlertCommand.RaiseAlert;
import org.repatria.notifications.domain.catalogue.Catalogue;
import org.repatria.notifications.domain.catalogue.Instruction.AlertKey;
import org.repatria.notifications.domain.catalogue.Instruction.Raise;
import org.repatria.notifications.domain.deadlines.Deadline;
import org.repatria.notifications.domain.deadlines.Deadline.Watched;
import org.repatria.notifications.domain.deadlines.DeadlineCommand;
import org.repatria.notifications.domain.deadlines.DeadlineCommand.NoteWarned;
import org.repatria.notifications.queries.DueDeadlines;
import org.repatria.notifications.reactions.AlertIds;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives each warning once, on any number of instances and through restarts. First the alert is raised, on an occasion
 * that counts once, then the deadline notes it. A crash between the two repeats the first, which changes nothing.
 */
public final class DeadlineClock {

    private static final Actor ACTOR = Actor.system("deadline-clock");

    private final Aggregates<AlertCommand, Alert> alerts;
    private final Aggregates<DeadlineCommand, Deadline> deadlines;
    private final DueDeadlines due;
    private final Catalogue catalogue;
    private final Clock clock;

    public DeadlineClock(
            Aggregates<AlertCommand, Alert> alerts,
            Aggregates<DeadlineCommand, Deadline> deadlines,
            DueDeadlines due,
            Catalogue catalogue,
            Clock clock) {
        this.alerts = alerts;
        this.deadlines = deadlines;
        this.due = due;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Gives every warning that is due now. */
    public Mono<Void> look() {
        var now = clock.instant();
        return due.at(now, Limits.DEADLINES_PER_PAGE)
                .flatMapMany(Flux::fromIterable)
                .concatMap(deadlineId -> warn(deadlineId, now))
                .then();
    }

    private Mono<Void> warn(String deadlineId, Instant now) {
        return deadlines
                .read(deadlineId)
                .flatMap(current -> current.state() instanceof Watched watched
                        ? watched.dueAt(now)
                                .map(lead -> warn(watched, lead, now))
                                .orElseGet(Mono::empty)
                        : Mono.empty());
    }

    private Mono<Void> warn(Watched watched, int lead, Instant now) {
        var noted = deadlines.execute(envelope(watched.terms().deadlineId(), new NoteWarned(lead), now));
        return catalogue
                .warningOf(watched, lead)
                .map(raise -> raise(raise, now).then(noted))
                .orElse(noted)
                .then();
    }

    private Mono<Void> raise(Raise raise, Instant now) {
        var notice = raise.notice();
        var id = AlertIds.alert(AlertKey.of(notice));
        return alerts.execute(envelope(id, new RaiseAlert(id, notice, raise.occurrence(), now), now))
                .then();
    }

    private static <C> CommandEnvelope<C> envelope(String aggregateId, C command, Instant now) {
        return CommandEnvelope.of(aggregateId, command, Occasion.of(ACTOR, now));
    }
}
