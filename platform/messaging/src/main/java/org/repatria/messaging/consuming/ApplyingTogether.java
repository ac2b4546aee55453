package org.repatria.messaging.consuming;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.StoreUnavailable;
import org.repatria.messaging.consuming.Asking.Batch;
import org.repatria.messaging.consuming.EventReader.NotUnderstood;
import org.repatria.messaging.consuming.EventReader.Understood;
import org.repatria.messaging.consuming.Progresses.Step;
import org.repatria.messaging.consuming.Verdict.Applied;
import org.repatria.messaging.consuming.Verdict.Unknown;

/**
 * Applies records of different subjects together. It takes one read of progress, one batch of commands per kind of
 * aggregate and one write of progress. Whatever is not plainly in order it leaves to {@link Applying}, which looks
 * closer; what was done of it by then is repeated without effect.
 */
final class ApplyingTogether {

    private final Consumption consumption;
    private final Progresses progresses;
    private final Asking asking;
    private final Reached reached = new Reached();

    ApplyingTogether(Consumption consumption, Progresses progresses, Asking asking) {
        this.consumption = consumption;
        this.progresses = progresses;
        this.asking = asking;
    }

    /** What became of each record, in their order; empty where it needs a closer look. */
    List<Optional<Verdict>> apply(List<RawRecord> ofDifferentSubjects) {
        var plans = plans(ofDifferentSubjects);
        execute(plans);
        // INVARIANT: effects before progress. A crash between them leads to a repeat, which the receipts make harmless.
        advance(plans);
        remember(plans);
        return plans.stream()
                .map(plan -> plan.needsCloserLook ? Optional.<Verdict>empty() : Optional.of(plan.verdict))
                .toList();
    }

    private List<Plan> plans(List<RawRecord> raws) {
        if (consumption.kind() == Consumption.Kind.SNAPSHOTS) {
            return raws.stream().map(this::planSnapshot).toList();
        }
        var known = known(raws.stream().map(RawRecord::subject).toList());
        return raws.stream()
                .map(raw -> planEvent(raw, known.getOrDefault(raw.subject(), Progress.NONE)))
                .toList();
    }

    private Map<String, Progress> known(List<String> subjects) {
        var known = reached.taken(subjects);
        var unknown =
                subjects.stream().filter(subject -> !known.containsKey(subject)).toList();
        if (!unknown.isEmpty()) {
            known.putAll(progresses.of(consumption.name(), unknown));
        }
        return known;
    }

    private void remember(List<Plan> plans) {
        for (var plan : plans) {
            if (!plan.needsCloserLook) {
                plan.step.ifPresent(step -> reached.at(plan.raw.subject(), step.to()));
            }
        }
    }

    /** Forgets how far subjects are: another process may have gone on with them. */
    void forget() {
        reached.forget();
    }

    private Plan planSnapshot(RawRecord raw) {
        if (consumption.passesOver(raw)) {
            return new Plan(raw, new Unknown(), List.of(), Optional.empty());
        }
        return switch (EventReader.readSnapshot(raw)) {
            case NotUnderstood _ -> Plan.forCloserLook(raw);
            case Understood(var snapshot) -> asked(raw, () -> asking.snapshot(snapshot, raw), Optional.empty());
        };
    }

    private Plan planEvent(RawRecord raw, Progress known) {
        if (EventReader.placeOf(raw)
                .filter(place -> place == known.sequence() + 1)
                .isEmpty()) {
            return Plan.forCloserLook(raw);
        }
        var step = Optional.of(new Step(known, known.at(known.sequence() + 1, raw.digest())));
        if (consumption.passesOver(raw)) {
            return new Plan(raw, new Unknown(), List.of(), step);
        }
        return switch (EventReader.read(raw)) {
            case NotUnderstood _ -> Plan.forCloserLook(raw);
            case Understood(var event) -> asked(raw, () -> asking.event(event), step);
        };
    }

    private static Plan asked(RawRecord raw, Supplier<List<Batch<?>>> reactions, Optional<Step> step) {
        try {
            return new Plan(raw, new Applied(), reactions.get(), step);
        } catch (RuntimeException defect) {
            // Met again, and told, by the closer look.
            return Plan.forCloserLook(raw);
        }
    }

    private static void execute(List<Plan> plans) {
        var byKind = new IdentityHashMap<Aggregates<?, ?>, Commands<?>>();
        var kinds = new ArrayList<Commands<?>>();
        for (var plan : plans) {
            for (var asked : plan.asked) {
                var kind = byKind.get(asked.aggregates());
                if (kind == null) {
                    kind = Commands.on(asked);
                    byKind.put(asked.aggregates(), kind);
                    kinds.add(kind);
                }
                kind.add(plan, asked);
            }
        }
        kinds.forEach(Commands::execute);
    }

    private void advance(List<Plan> plans) {
        Map<String, Step> steps = new LinkedHashMap<>();
        for (var plan : plans) {
            if (!plan.needsCloserLook) {
                plan.step.ifPresent(step -> steps.put(plan.raw.subject(), step));
            }
        }
        if (steps.isEmpty()) {
            return;
        }
        var moved = progresses.advance(consumption.name(), steps);
        for (var plan : plans) {
            // RACE: another instance applied it meanwhile; the closer look finds out.
            plan.needsCloserLook |= plan.step.isPresent() && !moved.contains(plan.raw.subject());
        }
    }

    /** What is to be done for one record. */
    private static final class Plan {
        private final RawRecord raw;
        private final Verdict verdict;
        private final List<Batch<?>> asked;
        private final Optional<Step> step;
        private boolean needsCloserLook;

        Plan(RawRecord raw, Verdict verdict, List<Batch<?>> asked, Optional<Step> step) {
            this.raw = raw;
            this.verdict = verdict;
            this.asked = asked;
            this.step = step;
        }

        static Plan forCloserLook(RawRecord raw) {
            var plan = new Plan(raw, new Unknown(), List.of(), Optional.empty());
            plan.needsCloserLook = true;
            return plan;
        }
    }

    /** What all records ask of one kind of aggregate. */
    private static final class Commands<C> {
        private final Aggregates<C, ?> aggregates;
        private final List<Wanted<C>> wanted = new ArrayList<>();

        private Commands(Aggregates<C, ?> aggregates) {
            this.aggregates = aggregates;
        }

        private record Wanted<C>(Plan plan, CommandEnvelope<C> envelope) {}

        static <C> Commands<C> on(Batch<C> first) {
            return new Commands<>(first.aggregates());
        }

        @SuppressWarnings("unchecked") // The same aggregates take the same commands.
        void add(Plan plan, Batch<?> asked) {
            for (var envelope : ((Batch<C>) asked).envelopes()) {
                wanted.add(new Wanted<>(plan, envelope));
            }
        }

        void execute() {
            execute(
                    aggregates,
                    wanted.stream().filter(one -> !one.plan().needsCloserLook).toList());
        }

        private static <C, S> void execute(Aggregates<C, S> aggregates, List<Wanted<C>> batch) {
            try {
                var outcomes = Execution.of(
                        aggregates, batch.stream().map(Wanted::envelope).toList());
                for (var i = 0; i < outcomes.size(); i++) {
                    batch.get(i).plan().needsCloserLook |= !isDone(outcomes.get(i));
                }
            } catch (StoreUnavailable away) {
                throw away;
            } catch (RuntimeException defect) {
                // A defect met by one record's commands must not be the others' failure.
                batch.forEach(one -> one.plan().needsCloserLook = true);
            }
        }

        private static boolean isDone(Outcome<?> outcome) {
            return outcome instanceof Outcome.Fulfilled;
        }
    }
}
