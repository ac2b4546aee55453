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
 * Applies records of many subjects together. It takes one read of progress, one batch of commands per kind of aggregate
 * and one write of progress. Whatever is not plainly in order it leaves to {@link Applying}, which looks closer; what
 * was done of it by then is repeated without effect.
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

    /**
     * Applies the first records of each subject, as many as may go together.
     *
     * @param bySubject what waits of each subject, in its order
     * @return what became of those taken, subject by subject; nothing where the first needs a closer look
     */
    List<List<Verdict>> apply(List<List<RawRecord>> bySubject) {
        var plans = plans(bySubject);
        execute(plans);
        // INVARIANT: effects before progress. A crash between them leads to a repeat, which the receipts make harmless.
        advance(plans);
        remember(plans);
        return plans.stream()
                .map(plan -> plan.needsCloserLook ? List.<Verdict>of() : plan.verdicts)
                .toList();
    }

    private List<Plan> plans(List<List<RawRecord>> bySubject) {
        if (consumption.kind() == Consumption.Kind.SNAPSHOTS) {
            return bySubject.stream()
                    .map(waiting -> planSnapshot(waiting.getFirst()))
                    .toList();
        }
        var known = known(
                bySubject.stream().map(waiting -> waiting.getFirst().subject()).toList());
        return bySubject.stream()
                .map(waiting -> planEvents(
                        waiting, known.getOrDefault(waiting.getFirst().subject(), Progress.NONE)))
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
                plan.step.ifPresent(step -> reached.at(plan.subject, step.to()));
            }
        }
    }

    /** Forgets how far subjects are: another process may have gone on with them. */
    void forget() {
        reached.forget();
    }

    private Plan planSnapshot(RawRecord raw) {
        return understood(raw, () -> snapshot(raw))
                .map(asked -> new Plan(raw.subject(), List.of(asked.verdict()), asked.batches(), Optional.empty()))
                .orElseGet(() -> Plan.forCloserLook(raw.subject()));
    }

    /**
     * The first events, of which one at most asks for anything.
     *
     * <p>INVARIANT: of one subject one event alone asks for commands. Were the first refused, it is tried again, and
     * then the receipt of a later one would swallow it.
     */
    private Plan planEvents(List<RawRecord> inOrder, Progress known) {
        var subject = inOrder.getFirst().subject();
        var verdicts = new ArrayList<Verdict>();
        List<Batch<?>> batches = List.of();
        var reached = known;
        for (var raw : inOrder) {
            if (!isNext(raw, reached) || (!batches.isEmpty() && !consumption.passesOver(raw))) {
                break;
            }
            var asked = understood(raw, () -> event(raw));
            if (asked.isEmpty()) {
                break;
            }
            verdicts.add(asked.get().verdict());
            if (batches.isEmpty()) {
                batches = asked.get().batches();
            }
            reached = reached.at(reached.sequence() + 1, raw.digest());
        }
        return verdicts.isEmpty()
                ? Plan.forCloserLook(subject)
                : new Plan(subject, List.copyOf(verdicts), batches, Optional.of(new Step(known, reached)));
    }

    private static boolean isNext(RawRecord raw, Progress reached) {
        return EventReader.placeOf(raw)
                .filter(place -> place == reached.sequence() + 1)
                .isPresent();
    }

    /** What a record asks for; empty where it needs a closer look. */
    private Optional<Asked> understood(RawRecord raw, Supplier<Optional<List<Batch<?>>>> reactions) {
        if (consumption.passesOver(raw)) {
            return Optional.of(new Asked(new Unknown(), List.of()));
        }
        try {
            return reactions.get().map(batches -> new Asked(new Applied(), batches));
        } catch (RuntimeException defect) {
            // Met again, and told, by the closer look.
            return Optional.empty();
        }
    }

    private Optional<List<Batch<?>>> event(RawRecord raw) {
        return switch (EventReader.read(raw)) {
            case NotUnderstood _ -> Optional.empty();
            case Understood(var event) -> Optional.of(asking.event(event));
        };
    }

    private Optional<List<Batch<?>>> snapshot(RawRecord raw) {
        return switch (EventReader.readSnapshot(raw)) {
            case NotUnderstood _ -> Optional.empty();
            case Understood(var snapshot) -> Optional.of(asking.snapshot(snapshot, raw));
        };
    }

    private record Asked(Verdict verdict, List<Batch<?>> batches) {}

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
                plan.step.ifPresent(step -> steps.put(plan.subject, step));
            }
        }
        if (steps.isEmpty()) {
            return;
        }
        var moved = progresses.advance(consumption.name(), steps);
        for (var plan : plans) {
            // RACE: another instance applied it meanwhile; the closer look finds out.
            plan.needsCloserLook |= plan.step.isPresent() && !moved.contains(plan.subject);
        }
    }

    /** What is to be done for the first records of one subject. */
    private static final class Plan {
        private final String subject;
        private final List<Verdict> verdicts;
        private final List<Batch<?>> asked;
        private final Optional<Step> step;
        private boolean needsCloserLook;

        Plan(String subject, List<Verdict> verdicts, List<Batch<?>> asked, Optional<Step> step) {
            this.subject = subject;
            this.verdicts = verdicts;
            this.asked = asked;
            this.step = step;
        }

        static Plan forCloserLook(String subject) {
            var plan = new Plan(subject, List.of(), List.of(), Optional.empty());
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
