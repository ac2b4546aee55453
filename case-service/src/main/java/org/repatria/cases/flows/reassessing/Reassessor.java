package org.repatria.cases.flows.reassessing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.reassessment.KnownLaw;
import org.repatria.cases.domain.reassessment.Law;
import org.repatria.cases.domain.reassessment.Reassessment;
import org.repatria.cases.domain.reassessment.Reassessment.Round;
import org.repatria.cases.domain.reassessment.ReassessmentCommand;
import org.repatria.cases.domain.reassessment.ReassessmentCommand.AdvanceRound;
import org.repatria.cases.domain.reassessment.ReassessmentCommand.BeginRound;
import org.repatria.cases.domain.reassessment.ReassessmentCommand.EndRound;
import org.repatria.cases.domain.reassessment.ReassessmentCommand.SettleLaw;
import org.repatria.cases.domain.reassessment.ReassessmentCommand.TakeRoundOver;
import org.repatria.cases.domain.reassessment.ReassessmentCommand.WalkAgain;
import org.repatria.cases.flows.reassessing.AssessedCases.PlaceUnknown;
import org.repatria.cases.flows.reassessing.AssessedCases.Some;
import org.repatria.cases.law.References;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.CommandEnvelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Has all cases that a change of the law concerns assessed again. It works on any number of instances and through
 * restarts. What is known and in force now is compared with what the cases were last assessed under, one instance
 * walks, and how far it came is kept beside the cases.
 */
public final class Reassessor {

    /**
     * The one document that says how far the cases are in line with the law. Its journal is the history of all walks.
     */
    public static final String REGISTER = "reassessment";

    /** Between two looks whether the law is still the same; a look costs nothing as long as it is. */
    public static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** LIMIT: cases per page of the view, and the most that are assessed once more after a crash. */
    static final int PAGE_MAX = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Reassessor.class);
    private static final Actor ACTOR = Actor.system("reassessment");

    private final Aggregates<ReassessmentCommand, Reassessment> register;
    private final Reassessing reassessing;
    private final AssessedCases cases;
    private final References references;
    private final Clock clock;
    private final Pace pace;
    private final String self = "instance-" + UUID.randomUUID();
    private final AtomicLong looked = new AtomicLong();
    private final AtomicLong changed = new AtomicLong();
    private final AtomicLong walking = new AtomicLong();
    private volatile @Nullable KnownLaw settled;
    private volatile @Nullable Instant seenAt;

    public Reassessor(
            Aggregates<ReassessmentCommand, Reassessment> register,
            Aggregates<CaseCommand, Case> cases,
            AssessedCases assessed,
            References references,
            Clock clock,
            MeterRegistry meters) {
        this(register, cases, assessed, references, clock, meters, Pace.besidePeople());
    }

    Reassessor(
            Aggregates<ReassessmentCommand, Reassessment> register,
            Aggregates<CaseCommand, Case> cases,
            AssessedCases assessed,
            References references,
            Clock clock,
            MeterRegistry meters,
            Pace pace) {
        this.register = register;
        this.reassessing = new Reassessing(cases);
        this.cases = assessed;
        this.references = references;
        this.clock = clock;
        this.pace = pace;
        meters.gauge("repatria.reassessment.looked", looked);
        meters.gauge("repatria.reassessment.changed", changed);
        meters.gauge("repatria.reassessment.walking", walking);
    }

    /**
     * Brings the cases in line where the law has changed; nothing to do where it has not. A walk that fails or is given
     * up goes on with the next look of any instance.
     */
    public Mono<Void> look() {
        return Mono.defer(() -> {
            var now = law();
            var known = settled;
            return known != null && known.isTheSameAs(now)
                    ? Mono.empty()
                    : register.read(REGISTER)
                            .map(Aggregates.Current::state)
                            .defaultIfEmpty(Reassessment.none())
                            .flatMap(state -> look(state, now));
        });
    }

    private KnownLaw law() {
        var now = clock.instant();
        return new KnownLaw(now, references.edition(now));
    }

    private Mono<Void> look(Reassessment state, KnownLaw now) {
        if (state.round().isPresent()) {
            return goOn(state.round().get(), now.at());
        }
        if (state.settled().isEmpty()) {
            return settle(now);
        }
        if (state.settled().get().isTheSameAs(now)) {
            return isSettled(state.settled().get());
        }
        return isKnownEverywhere() ? begin(state.settled().get(), now) : Mono.empty();
    }

    private Mono<Void> isSettled(KnownLaw law) {
        settled = law;
        seenAt = null;
        return Mono.empty();
    }

    /** RACE: another instance may still decide by the law of before. What it decided may not be shown yet. */
    private boolean isKnownEverywhere() {
        var seen = seenAt;
        if (seen == null) {
            seen = Instant.now();
            seenAt = seen;
        }
        return cases.show(seen.plus(pace.before()));
    }

    private Mono<Void> goOn(Round round, Instant now) {
        if (round.isOf(self)) {
            return walk(round);
        }
        return round.isAbandoned(now) ? walkOn(new TakeRoundOver(self)) : Mono.empty();
    }

    private Mono<Void> begin(KnownLaw before, KnownLaw now) {
        return cases.relations().flatMap(relations -> {
            var concerned = relations.flatMap(all -> concerned(all, before, now));
            if (concerned.filter(List::isEmpty).isPresent()) {
                return settle(now);
            }
            LOG.info(
                    "the law has changed to edition {} on {}: cases between {} are assessed again",
                    now.edition(),
                    now.day(),
                    concerned.map(Object::toString).orElse("all states"));
            return walkOn(new BeginRound(now, concerned.orElse(List.of()), self));
        });
    }

    /**
     * The pairs of states between which another law applies. It is empty where what was known before can no longer be
     * told.
     */
    private Optional<List<String>> concerned(List<Relation> relations, KnownLaw before, KnownLaw now) {
        if (!references.edition(before.at()).equals(before.edition())) {
            return Optional.empty();
        }
        var known = references.at(before.at());
        var rules = references.at(now.at());
        return Optional.of(relations.stream()
                .filter(relation -> !Law.of(known, relation, before.day()).equals(Law.of(rules, relation, now.day())))
                .map(relation -> relation.requesting() + "-" + relation.requested())
                .toList());
    }

    private Mono<Void> settle(KnownLaw law) {
        return execute(new SettleLaw(law), law.at()).then();
    }

    private Mono<Void> walkOn(ReassessmentCommand command) {
        return execute(command, clock.instant())
                .flatMap(state -> state.round()
                        .filter(round -> round.isOf(self))
                        .map(this::walk)
                        .orElseGet(Mono::empty));
    }

    private Mono<Void> walk(Round round) {
        walking.set(1);
        return page(round)
                .expand(step -> step.round().map(this::page).orElseGet(Mono::empty))
                .then()
                .doFinally(_ -> walking.set(0));
    }

    /**
     * A page of the walk. The round that it leaves is empty after the last one, or where another instance has taken
     * over.
     */
    private Mono<Step> page(Round round) {
        return cases.between(round.relations(), round.after(), PAGE_MAX)
                .flatMap(some -> assess(some, round).flatMap(different -> advance(round, some, different)))
                .onErrorResume(PlaceUnknown.class, _ -> execute(new WalkAgain(self), clock.instant()))
                .map(state -> new Step(state.round().filter(next -> next.isOf(self))));
    }

    private record Step(Optional<Round> round) {}

    private Mono<Long> assess(Some some, Round round) {
        return Flux.fromIterable(some.ids())
                .buffer(pace.atOnce())
                .concatMap(batch -> assess(batch, round), 0)
                .reduce(0L, Long::sum);
    }

    private Mono<Long> assess(List<String> batch, Round round) {
        return Mono.defer(() -> {
                    var now = clock.instant();
                    return reassessing.assess(batch, round.law(), references.at(now), now);
                })
                .elapsed()
                .flatMap(timed ->
                        Mono.just((long) timed.getT2()).delayElement(pace.rest(Duration.ofMillis(timed.getT1()))));
    }

    private Mono<Reassessment> advance(Round round, Some some, long different) {
        var now = clock.instant();
        looked.set(round.looked() + some.ids().size());
        changed.set(round.changed() + different);
        if (some.next().isPresent()) {
            return execute(new AdvanceRound(self, some.next().get(), some.ids().size(), different), now);
        }
        return execute(new EndRound(self, some.ids().size(), different), now)
                .doOnNext(_ -> LOG.info(
                        "{} cases were assessed again after the change to edition {}; {} stand differently",
                        looked,
                        round.law().edition(),
                        changed));
    }

    /** The state after it, or the state that stands where it was refused: another instance was faster. */
    private Mono<Reassessment> execute(ReassessmentCommand command, Instant now) {
        return register.execute(CommandEnvelope.of(REGISTER, command, Occasion.of(ACTOR, now)))
                .map(outcome -> switch (outcome) {
                    case Outcome.Done<Reassessment>(var state, var _) -> state;
                    case Outcome.Refused<Reassessment>(var _, var state, var _) -> state;
                    case Outcome.OutboxFull<Reassessment> _, Outcome.Contended<Reassessment> _ ->
                        throw new Reassessing.Unsettled("the register of re-assessments takes no event now");
                    case Outcome.Repeated<Reassessment> _,
                            Outcome.Stale<Reassessment> _,
                            Outcome.CommandIdReused<Reassessment> _ ->
                        throw new IllegalStateException("a re-assessment names no version and no command id");
                })
                .doOnNext(state -> state.settled()
                        .filter(_ -> state.round().isEmpty())
                        .ifPresent(law -> {
                            settled = law;
                            seenAt = null;
                        }));
    }
}
