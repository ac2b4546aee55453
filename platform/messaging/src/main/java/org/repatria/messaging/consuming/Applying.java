package org.repatria.messaging.consuming;

import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.repatria.decider.Actor;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.CommandEnvelope.Cause;
import org.repatria.messaging.CommandEnvelope.CommandId;
import org.repatria.messaging.Limits;
import org.repatria.messaging.StoreUnavailable;
import org.repatria.messaging.consuming.RecordReader.NotUnderstood;
import org.repatria.messaging.consuming.RecordReader.Understood;
import org.repatria.messaging.consuming.Verdict.Applied;
import org.repatria.messaging.consuming.Verdict.Duplicate;
import org.repatria.messaging.consuming.Verdict.Failed;
import org.repatria.messaging.consuming.Verdict.Unknown;
import reactor.core.publisher.Mono;

/**
 * Applies one record: read, known type, place in the sequence, reaction, commands, progress. The same for a record fresh
 * from Kafka and for one that waited parked. Throws {@link StoreUnavailable} when it is not the record's fault.
 */
final class Applying {

    private final Consumption consumption;
    private final Progresses progresses;
    private final Clock clock;

    Applying(Consumption consumption, Progresses progresses, Clock clock) {
        this.consumption = consumption;
        this.progresses = progresses;
        this.clock = clock;
    }

    Verdict apply(RawRecord raw) {
        var unknown = RecordReader.type(raw)
                .filter(type -> raw.value().isPresent() && !consumption.knows(type))
                .isPresent();
        return switch (consumption.kind()) {
            case EVENTS -> unknown ? passOver(raw) : inSequence(raw);
            case SNAPSHOTS -> unknown ? new Unknown() : newest(raw);
        };
    }

    /** The sequence that a subject's next event must have, for a redrive that looks for it. */
    long expected(String subject) {
        return progresses.of(consumption.name(), subject).sequence() + 1;
    }

    /** Counts an event as seen that is left out for ever. */
    void skip(RawRecord raw) {
        if (consumption.kind() == Consumption.Kind.SNAPSHOTS) {
            return;
        }
        RecordReader.sequence(raw).ifPresent(sequence -> {
            var subject = raw.subject();
            var known = progresses.of(consumption.name(), subject);
            while (known.sequence() < sequence
                    && !progresses.advance(consumption.name(), subject, known, known.at(sequence, raw.digest()))) {
                known = progresses.of(consumption.name(), subject);
            }
        });
    }

    /** An unknown type means nothing, but takes its place in the sequence, or the next known one would look like a gap. */
    private Verdict passOver(RawRecord raw) {
        var sequence = RecordReader.sequence(raw);
        var subject = raw.subject();
        if (sequence.isPresent() && raw.header("ce_subject").equals(Optional.of(subject))) {
            var known = progresses.of(consumption.name(), subject);
            if (sequence.get() == known.sequence() + 1) {
                // RACE: should another instance advance first, then to here or further; there is nothing to repeat.
                progresses.advance(consumption.name(), subject, known, known.at(sequence.get(), raw.digest()));
            }
        }
        return new Unknown();
    }

    private Verdict inSequence(RawRecord raw) {
        return switch (RecordReader.read(raw)) {
            case NotUnderstood(var detail) -> new Failed(ParkCause.UNREADABLE, detail);
            case Understood(var event) -> inSequence(event, raw.digest());
        };
    }

    private Verdict inSequence(PublishedRecord event, String digest) {
        while (true) {
            var known = progresses.of(consumption.name(), event.subject());
            if (event.sequence() <= known.sequence()) {
                return known.contradicts(event.sequence(), digest)
                        ? new Failed(
                                ParkCause.FORK,
                                "another event with sequence " + event.sequence() + " was applied before")
                        : new Duplicate();
            }
            if (event.sequence() > known.sequence() + 1) {
                return new Failed(
                        ParkCause.GAP,
                        "sequence " + event.sequence() + " came where " + (known.sequence() + 1) + " was due");
            }
            var failed = react(event, Optional.of(new Cause(event.subject(), event.sequence())), Optional.empty());
            if (failed.isPresent()) {
                return failed.get();
            }
            // INVARIANT: effects before progress. A crash between them leads to a repeat, which the receipts make
            // harmless.
            if (progresses.advance(consumption.name(), event.subject(), known, known.at(event.sequence(), digest))) {
                return new Applied();
            }
            // RACE: another instance applied it meanwhile; look again.
        }
    }

    private Verdict newest(RawRecord raw) {
        var reading = raw.value().isPresent() ? RecordReader.read(raw) : RecordReader.readTombstone(raw);
        return switch (reading) {
            case NotUnderstood(var detail) -> new Failed(ParkCause.UNREADABLE, detail);
            case Understood(var snapshot) -> newest(snapshot, raw);
        };
    }

    private Verdict newest(PublishedRecord snapshot, RawRecord raw) {
        // Versions of snapshots and sequences of events count apart, so an aggregate that hears both keeps two
        // receipts.
        var cause = Optional.of(snapshot.sequence())
                .filter(version -> version > 0)
                .map(version -> new Cause(snapshot.subject() + "@snapshot", version));
        var id = cause.isPresent()
                ? Optional.<CommandId>empty()
                : Optional.of(new CommandId(consumption.name() + "|" + raw.position(), raw.digest()));
        return react(snapshot, cause, id).<Verdict>map(failed -> failed).orElseGet(Applied::new);
    }

    /** Runs the reactions and executes what they ask for; a failure where that cannot be done. */
    private Optional<Failed> react(PublishedRecord event, Optional<Cause> cause, Optional<CommandId> id) {
        List<Asked<?>> asked;
        try {
            asked = askAll(event, cause, id);
        } catch (RuntimeException e) {
            return failed("the reaction failed: " + e);
        }
        for (var one : asked) {
            var failed = one.execute();
            if (failed.isPresent()) {
                return failed;
            }
        }
        return Optional.empty();
    }

    /** All reactions run before the first command, so that a defect in one of them leaves nothing half done. */
    private List<Asked<?>> askAll(PublishedRecord event, Optional<Cause> cause, Optional<CommandId> id) {
        var asked = new ArrayList<Asked<?>>();
        var targets = new IdentityHashMap<Object, Set<String>>();
        for (var row : consumption.rowsFor(event)) {
            asked.add(ask(row, event, cause, id, targets.computeIfAbsent(row.aggregates(), _ -> new HashSet<>())));
        }
        return asked;
    }

    private <C> Asked<C> ask(
            Consumption.Row<C> row,
            PublishedRecord event,
            Optional<Cause> cause,
            Optional<CommandId> id,
            Set<String> targets) {
        var at = clock.instant();
        var envelopes = new ArrayList<CommandEnvelope<C>>();
        for (var wanted : row.reaction().to(event)) {
            // INVARIANT: one command per aggregate and event. The first one's receipt would swallow a second one that
            // is
            // refused now and tried again later.
            if (!targets.add(wanted.aggregateId())) {
                throw new IllegalStateException("two commands for " + wanted.aggregateId() + " from one event");
            }
            envelopes.add(new CommandEnvelope<>(
                    wanted.aggregateId(),
                    wanted.command(),
                    Actor.system(consumption.name()),
                    at,
                    event.type(),
                    id,
                    Optional.empty(),
                    cause,
                    event.traceparent()));
        }
        return new Asked<>(row.aggregates(), envelopes);
    }

    private record Asked<C>(Aggregates<C, ?, ?, ?> aggregates, List<CommandEnvelope<C>> envelopes) {

        Optional<Failed> execute() {
            for (var from = 0; from < envelopes.size(); from += Limits.BATCH_MAX) {
                var batch = envelopes.subList(from, Math.min(from + Limits.BATCH_MAX, envelopes.size()));
                var failed = execute(aggregates, batch);
                if (failed.isPresent()) {
                    return failed;
                }
            }
            return Optional.empty();
        }

        private static <C, S, R> Optional<Failed> execute(
                Aggregates<C, S, ?, R> aggregates, List<CommandEnvelope<C>> batch) {
            List<Outcome<S, R>> outcomes;
            try {
                outcomes = await(aggregates.executeAll(batch), ConsumingLimits.COMMANDS_WAIT_MAX)
                        .orElse(List.of());
            } catch (StoreUnavailable away) {
                throw away;
            } catch (MongoException e) {
                if (isAway(e)) {
                    throw new StoreUnavailable("the database did not take the commands of a record", e);
                }
                return failed("the commands failed: " + e);
            } catch (RuntimeException e) {
                return failed("the commands failed: " + e);
            }
            for (var i = 0; i < outcomes.size(); i++) {
                var failed = judge(outcomes.get(i), batch.get(i).aggregateId());
                if (failed.isPresent()) {
                    return failed;
                }
            }
            return Optional.empty();
        }

        private static <S, R> Optional<Failed> judge(Outcome<S, R> outcome, String aggregateId) {
            return switch (outcome) {
                case Outcome.Done<S, R> _, Outcome.Repeated<S, R> _ -> Optional.empty();
                case Outcome.Refused<S, R> refused -> failed(aggregateId + " refused: " + refused.refusal());
                case Outcome.Stale<S, R> _, Outcome.CommandIdReused<S, R> _ ->
                    failed(aggregateId + " gave an outcome that no reaction can lead to: " + outcome);
                // Both pass by themselves, so the record waits instead of being parked.
                case Outcome.OutboxFull<S, R> _, Outcome.Contended<S, R> _ ->
                    throw new StoreUnavailable(
                            aggregateId + " cannot take a command now", new IllegalStateException(outcome.toString()));
            };
        }
    }

    /** Whether the server did not answer, in contrast to an answer that says no. */
    private static boolean isAway(MongoException e) {
        return !(e instanceof MongoServerException)
                || e instanceof MongoNotPrimaryException
                || e instanceof MongoNodeIsRecoveringException
                || e.hasErrorLabel("RetryableWriteError");
    }

    private static Optional<Failed> failed(String detail) {
        return Optional.of(new Failed(ParkCause.APPLY_FAILED, detail));
    }

    /** Waits for an answer of the reactive world; a consumer's thread is there to wait. */
    static <T> Optional<T> await(Mono<T> answer, Duration waitMax) {
        return answer.timeout(
                        waitMax,
                        Mono.error(() -> new StoreUnavailable(
                                "no answer within " + waitMax, new IllegalStateException("timeout"))))
                .blockOptional();
    }
}
