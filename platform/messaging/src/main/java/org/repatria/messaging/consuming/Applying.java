package org.repatria.messaging.consuming;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.StoreUnavailable;
import org.repatria.messaging.consuming.Asking.Batch;
import org.repatria.messaging.consuming.EventReader.NotUnderstood;
import org.repatria.messaging.consuming.EventReader.Understood;
import org.repatria.messaging.consuming.Verdict.Applied;
import org.repatria.messaging.consuming.Verdict.Duplicate;
import org.repatria.messaging.consuming.Verdict.Failed;
import org.repatria.messaging.consuming.Verdict.Unknown;
import reactor.core.publisher.Mono;

/**
 * Applies one record: read, known type, place in the sequence, reaction, commands, progress. The same for a record
 * fresh from Kafka and for one that waited parked. Throws {@link StoreUnavailable} when it is not the record's fault.
 */
final class Applying {

    private final Consumption consumption;
    private final Progresses progresses;
    private final Asking asking;

    Applying(Consumption consumption, Progresses progresses, Asking asking) {
        this.consumption = consumption;
        this.progresses = progresses;
        this.asking = asking;
    }

    Verdict apply(RawRecord raw) {
        return switch (consumption.kind()) {
            case EVENTS -> consumption.passesOver(raw) ? passOver(raw) : inSequence(raw);
            case SNAPSHOTS -> consumption.passesOver(raw) ? new Unknown() : newest(raw);
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
        EventReader.sequence(raw).ifPresent(sequence -> {
            var subject = raw.subject();
            var known = progresses.of(consumption.name(), subject);
            while (known.sequence() < sequence
                    && !progresses.advance(consumption.name(), subject, known, known.at(sequence, raw.digest()))) {
                known = progresses.of(consumption.name(), subject);
            }
        });
    }

    /**
     * Takes an unknown type's place in the sequence, though it means nothing. The next known one would look like a gap
     * otherwise.
     */
    private Verdict passOver(RawRecord raw) {
        var subject = raw.subject();
        EventReader.placeOf(raw).ifPresent(sequence -> {
            var known = progresses.of(consumption.name(), subject);
            if (sequence == known.sequence() + 1) {
                // RACE: should another instance advance first, then to here or further; there is nothing to repeat.
                progresses.advance(consumption.name(), subject, known, known.at(sequence, raw.digest()));
            }
        });
        return new Unknown();
    }

    private Verdict inSequence(RawRecord raw) {
        return switch (EventReader.read(raw)) {
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
            var failed = react(() -> asking.event(event));
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
        return switch (EventReader.readSnapshot(raw)) {
            case NotUnderstood(var detail) -> new Failed(ParkCause.UNREADABLE, detail);
            case Understood(var snapshot) ->
                react(() -> asking.snapshot(snapshot, raw))
                        .<Verdict>map(failed -> failed)
                        .orElseGet(Applied::new);
        };
    }

    /** Runs the reactions and executes what they ask for; a failure where that cannot be done. */
    private static Optional<Failed> react(Supplier<List<Batch<?>>> reactions) {
        List<Batch<?>> asked;
        try {
            asked = reactions.get();
        } catch (RuntimeException e) {
            return failed("the reaction failed: " + e);
        }
        return asked.stream().map(Applying::execute).flatMap(Optional::stream).findFirst();
    }

    private static <C> Optional<Failed> execute(Batch<C> asked) {
        return execute(asked.aggregates(), asked.envelopes());
    }

    private static <C, S> Optional<Failed> execute(Aggregates<C, S> aggregates, List<CommandEnvelope<C>> batch) {
        List<Outcome<S>> outcomes;
        try {
            outcomes = Execution.of(aggregates, batch);
        } catch (StoreUnavailable away) {
            throw away;
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

    private static <S> Optional<Failed> judge(Outcome<S> outcome, String aggregateId) {
        return switch (outcome) {
            case Outcome.Fulfilled<S> _ -> Optional.empty();
            case Outcome.Refused<S> refused ->
                failed(aggregateId + " refused: " + refused.refusal().reason().name());
            case Outcome.Stale<S> _, Outcome.CommandIdReused<S> _ ->
                failed(aggregateId + " gave an outcome that no reaction can lead to: " + outcome);
            // Both pass by themselves, so the record waits instead of being parked.
            case Outcome.OutboxFull<S> _, Outcome.Contended<S> _ ->
                throw new StoreUnavailable(
                        aggregateId + " cannot take a command now", new IllegalStateException(outcome.toString()));
        };
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
