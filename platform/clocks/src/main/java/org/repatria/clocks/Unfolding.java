package org.repatria.clocks;

import static org.repatria.clocks.Clock.State.CANCELLED;
import static org.repatria.clocks.Clock.State.EXPIRED_PRESUMED;
import static org.repatria.clocks.Clock.State.RUNNING;
import static org.repatria.clocks.Clock.State.SATISFIED;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.clocks.ClockEvent.ClockCancelled;
import org.repatria.clocks.ClockEvent.ClockExpired;
import org.repatria.clocks.ClockEvent.ClockResumed;
import org.repatria.clocks.ClockEvent.ClockSatisfied;
import org.repatria.clocks.ClockEvent.ClockStarted;
import org.repatria.clocks.ClockEvent.ClockSuperseded;
import org.repatria.clocks.ClockEvent.ClockSuspended;
import org.repatria.clocks.ClockEvent.HappeningKept;
import org.repatria.clocks.ClockEvent.LateHappeningNoted;
import org.repatria.clocks.ClockEvent.WarningGiven;

/** Collects what follows from one occasion: each event has happened before the next is looked for. */
public final class Unfolding {

    /** LIMIT: what is noted a day after it was due still counts as noted on time. */
    private static final Duration NOTED_IN_TIME = Duration.ofDays(1);

    private static final String NOTHING_STARTS_IT = "What it was counted from is not known to have happened any more";

    private final Forum forum;
    private final Instant now;
    private final List<ClockEvent> events = new ArrayList<>();
    private Clocks state;

    private Unfolding(Clocks state, Forum forum) {
        this.state = state;
        this.forum = forum;
        this.now = forum.now();
    }

    /** From where the clocks stand. */
    public static Unfolding of(Clocks state, Forum forum) {
        return new Unfolding(state, forum);
    }

    /** All that has followed so far. */
    public List<ClockEvent> events() {
        return List.copyOf(events);
    }

    /** Something that was decided; what follows from it is looked for next. */
    public Unfolding and(ClockEvent event) {
        events.add(event);
        state = state.after(event);
        return this;
    }

    /** Something that happened. */
    public Unfolding happened(Happening happening) {
        if (isKnown(happening)) {
            return this;
        }
        if (isWaitedFor(happening.token())) {
            and(new HappeningKept(happening, now));
        }
        state.clocks().stream()
                .filter(clock -> mayChange(clock) && forum.waitsFor(clock.rule(), happening.token()))
                .forEach(clock -> settle(clock.id()));
        for (var rule : forum.startedBy(happening)) {
            start(rule, happening);
        }
        return this;
    }

    /** The clocks that are open, or may turn out not to have been satisfied. */
    public List<Clock> mayChange() {
        return state.clocks().stream().filter(Unfolding::mayChange).toList();
    }

    /** The id of the next clock of a rule. */
    public String nextId(ClockRule rule) {
        return forum.named(state.nextId(rule));
    }

    /**
     * Everything that has happened, where that stands elsewhere and is not kept with the clocks. A clock whose trigger
     * is not among it, or that the law of its place does not start, is cancelled. The order in which things became
     * known does not matter. What is known again starts its clock again.
     */
    public Unfolding knowing(List<Happening> all) {
        state = state.knowing(all);
        for (var happening : all) {
            for (var rule : forum.startedBy(happening)) {
                if (state.clocks().size() < Clocks.STARTED_FROM_ELSEWHERE_MAX
                        && state.clocks().stream()
                                .noneMatch(clock -> clock.state() != CANCELLED && isOf(clock, rule, happening))) {
                    start(rule, happening);
                }
            }
        }
        state.open().stream()
                .filter(clock -> all.stream()
                        .noneMatch(
                                happening -> isOf(clock, clock.rule(), happening) && starts(clock.rule(), happening)))
                .forEach(clock -> and(new ClockCancelled(clock.id(), NOTHING_STARTS_IT, now)));
        mayChange().forEach(clock -> settle(clock.id()));
        mayChange().forEach(this::metEarlier);
        return this;
    }

    private boolean starts(ClockRule rule, Happening happening) {
        return forum.startedBy(happening).stream().anyMatch(it -> it.id().equals(rule.id()));
    }

    private static boolean isOf(Clock clock, ClockRule rule, Happening happening) {
        return clock.rule().id().equals(rule.id())
                && clock.rule().trigger().equals(happening.token())
                && clock.trigger().equals(happening.when())
                && clock.about().equals(happening.about());
    }

    private boolean isKnown(Happening happening) {
        return state.happenings().stream().anyMatch(happening::isSameAs)
                || state.clocks().stream()
                        .anyMatch(clock -> clock.rule().trigger().equals(happening.token())
                                && clock.trigger().equals(happening.when())
                                && clock.about().equals(happening.about()));
    }

    /** Whether a clock, or one that is entered later, asks for it. */
    public boolean isWaitedFor(String token) {
        return Stream.concat(state.clocks().stream().map(Clock::rule), forum.rules().stream())
                .anyMatch(rule -> forum.waitsFor(rule, token));
    }

    /** Whether anything starts, ends or rests with it. */
    public boolean isSpokenOf(String token) {
        return isWaitedFor(token)
                || forum.rules().stream()
                        .anyMatch(rule ->
                                rule.limitation().isEmpty() && rule.trigger().equals(token));
    }

    private void start(ClockRule rule, Happening happening) {
        var counting = forum.counting(rule, happening);
        var clock = Clock.started(nextId(rule), counting, happening.about(), happening.when(), Optional.empty());
        and(new ClockStarted(clock, now));
        if (rule.beginsAnew()) {
            supersede(clock, counting);
        }
        settle(clock.id());
    }

    /** A period that other rules have counted takes the place of the one that ran for the same. */
    Unfolding counted(ClockRule rule, String about, Happened from, LocalDate lastDay) {
        var lasting = rule.lasting(Math.toIntExact(ChronoUnit.DAYS.between(from.day(), lastDay)));
        var before = state.latest(rule, about).filter(clock -> !clock.state().ended());
        var counting = Counting.of(lasting, from, forum.calendar(rule));
        var started = Clock.started(nextId(lasting), counting, about, from, before.map(Clock::id));
        var clock = started.withWarnings(ofUse(started.warnings()));
        and(new ClockStarted(clock, now));
        before.ifPresent(old -> and(new ClockSuperseded(old.id(), clock.id(), now)));
        settle(clock.id());
        return this;
    }

    /**
     * Which of the missed warnings are of use: the last one says it all. Years may lie between a conduct and the day on
     * which it is recorded.
     */
    private List<Warning> ofUse(List<Warning> warnings) {
        var passed = warnings.stream()
                .filter(warning -> !warning.day().isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC)))
                .count();
        return warnings.stream().skip(Math.max(0, passed - 1)).toList();
    }

    /** The latest trigger wins, in whatever order they were recorded. */
    private void supersede(Clock born, Counting counting) {
        var latest = state.open().stream()
                .filter(clock -> isSamePeriod(clock, born))
                .max(Comparator.comparing(Clock::trigger, counting.inTimeOrder()))
                .orElse(born);
        state.open().stream()
                .filter(clock -> isSamePeriod(clock, born) && !clock.id().equals(latest.id()))
                .forEach(clock -> and(new ClockSuperseded(clock.id(), latest.id(), now)));
    }

    private static boolean isSamePeriod(Clock one, Clock other) {
        return one.rule().id().equals(other.rule().id()) && one.about().equals(other.about());
    }

    /** Brings a clock that is new or was changed up to now. */
    public void settle(String id) {
        reconsider(id);
        timePassed(id);
    }

    /** Looks again at all that is known to have happened. So the order in which it was recorded does not matter. */
    private void reconsider(String id) {
        state.clock(id).filter(Unfolding::mayChange).ifPresent(this::recount);
        open(id).ifPresent(this::conclude);
    }

    private Optional<Clock> open(String id) {
        return state.clock(id).filter(clock -> !clock.state().ended());
    }

    /**
     * Whether a clock may still change: it is open, or satisfied. What satisfied it while it was suspended may turn out
     * to have come too late once the suspension's end is recorded.
     */
    private static boolean mayChange(Clock clock) {
        return !clock.state().ended() || clock.state() == SATISFIED;
    }

    private void recount(Clock clock) {
        var suspensions = suspensions(clock);
        if (!suspensions.equals(clock.suspensions())) {
            recount(clock, suspensions);
        }
    }

    /** Counts a clock with other suspensions. */
    public void recount(Clock clock, List<Suspension> suspensions) {
        var counting = counting(clock);
        var term = counting.term(clock.trigger(), clock.additions(), suspensions);
        var warnings = warnings(clock, counting, term, suspensions);
        if (clock.satisfiedBy()
                .filter(stop -> isInTime(stop, clock, suspensions, counting))
                .isPresent()) {
            and(new ClockResumed(clock.id(), suspensions, term, warnings, SATISFIED, now));
        } else if (suspensions.stream().anyMatch(s -> s.lasts() && counting.inTime(s.from(), term))) {
            and(new ClockSuspended(clock.id(), suspensions, term, warnings, now));
        } else {
            var over = clock.state() == EXPIRED_PRESUMED && !now.isBefore(term.overAt(clock.zone()));
            and(new ClockResumed(clock.id(), suspensions, term, warnings, over ? EXPIRED_PRESUMED : RUNNING, now));
        }
    }

    /**
     * Warnings of the days that are left. One that was given stays given, unless its day has moved to a day that is
     * still to come.
     */
    private List<Warning> warnings(Clock clock, Counting counting, Term term, List<Suspension> suspensions) {
        var today = LocalDate.ofInstant(now, clock.zone());
        var from = Stream.of(
                        Stream.of(clock.trigger()),
                        clock.additions().stream().map(Addition::granted),
                        suspensions.stream().flatMap(s -> s.until().stream()))
                .flatMap(days -> days)
                .map(counting::dayOf)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return counting.warnings(from, term).stream()
                .map(warning ->
                        wasGiven(clock, warning.lead()) && !warning.day().isAfter(today) ? warning.asGiven() : warning)
                .toList();
    }

    private static boolean wasGiven(Clock clock, int lead) {
        return clock.warnings().stream().anyMatch(warning -> warning.lead() == lead && warning.given());
    }

    /**
     * What an officer entered for this clock, and what happened in the case. A ground begins, and ends with
     * {@code .ended}.
     */
    private List<Suspension> suspensions(Clock clock) {
        var counting = counting(clock);
        var found = new ArrayList<>(
                clock.suspensions().stream().filter(Suspension::wasEntered).toList());
        for (var ground : clock.rule().suspendOn()) {
            found.addAll(stretches(ground, clock, counting));
        }
        return found.stream()
                .filter(s -> touches(s, clock, counting))
                .sorted(Comparator.comparing(Suspension::from, counting.inTimeOrder())
                        .thenComparing(Suspension::ground))
                .limit(Clock.SUSPENSIONS_MAX)
                .toList();
    }

    /** Each beginning with the first end after it; a beginning within a stretch adds nothing. */
    private List<Suspension> stretches(String ground, Clock clock, Counting counting) {
        var ends = new ArrayList<>(happened(ground + ClockRule.ENDED, clock, counting));
        var stretches = new ArrayList<Suspension>();
        for (var begun : happened(ground, clock, counting)) {
            var within = !stretches.isEmpty()
                    && stretches
                            .getLast()
                            .until()
                            .filter(until -> counting.notBefore(begun, until))
                            .isEmpty();
            if (!within) {
                var end = ends.stream()
                        .filter(ended -> counting.notBefore(ended, begun))
                        .findFirst();
                end.ifPresent(ends::remove);
                stretches.add(new Suspension(ground, begun, end, Optional.empty()));
            }
        }
        return stretches;
    }

    private List<Happened> happened(String token, Clock clock, Counting counting) {
        return state.happenings().stream()
                .filter(h -> h.token().equals(token) && forum.concerns(h, clock))
                .map(Happening::when)
                .sorted(counting.inTimeOrder())
                .toList();
    }

    private static boolean touches(Suspension suspension, Clock clock, Counting counting) {
        return suspension
                .until()
                .map(until -> counting.notBefore(until, clock.trigger()))
                .orElse(true);
    }

    private Counting counting(Clock clock) {
        return new Counting(clock.rule(), clock.zone(), forum.calendar(clock));
    }

    private void conclude(Clock clock) {
        var counting = counting(clock);
        firstStop(clock, counting).ifPresent(stop -> {
            if (isInTime(stop, clock, clock.suspensions(), counting)) {
                and(new ClockSatisfied(clock.id(), stop, now));
            } else if (!clock.tooLate().equals(Optional.of(stop))) {
                expire(clock.id());
                and(new LateHappeningNoted(clock.id(), stop, now));
            }
        });
    }

    /** What became known later may have happened before what a clock is known to have been satisfied by. */
    private void metEarlier(Clock clock) {
        clock.satisfiedBy()
                .flatMap(by -> firstStop(clock, counting(clock)).filter(stop -> !stop.equals(by)))
                .filter(stop -> isInTime(stop, clock, clock.suspensions(), counting(clock)))
                .ifPresent(stop -> and(new ClockSatisfied(clock.id(), stop, now)));
    }

    /** The first that happened since the trigger; the trigger itself ends nothing that it begins. */
    private Optional<Happening> firstStop(Clock clock, Counting counting) {
        return state.happenings().stream()
                .filter(h -> forum.stops(clock.rule(), h.token()) && forum.concerns(h, clock))
                .filter(h -> counting.notBefore(h.when(), clock.trigger()) && !isTrigger(h, clock))
                .min(Comparator.comparing(Happening::when, counting.inTimeOrder()));
    }

    private static boolean isTrigger(Happening happening, Clock clock) {
        return happening.token().equals(clock.rule().trigger())
                && happening.when().equals(clock.trigger())
                && happening.about().equals(clock.about());
    }

    /** A suspension that had not ended by then has given time up to then. */
    private static boolean isInTime(Happening stop, Clock clock, List<Suspension> suspensions, Counting counting) {
        var upToThen = suspensions.stream()
                .map(s -> s.until()
                                .filter(until -> counting.notBefore(stop.when(), until))
                                .isPresent()
                        ? s
                        : s.endedOn(stop.when()))
                .filter(s -> counting.notBefore(stop.when(), s.from()))
                .toList();
        return counting.inTime(stop.when(), counting.term(clock.trigger(), clock.additions(), upToThen));
    }

    /** Lets every clock say what is due, in the order in which it fell due. */
    public Unfolding timePassed() {
        while (true) {
            var next = state.clocks().stream()
                    .filter(clock ->
                            clock.nextAt().filter(due -> !due.isAfter(now)).isPresent())
                    .min(Comparator.comparing((Clock clock) -> clock.nextAt().orElseThrow())
                            .thenComparing(Clock::id));
            if (next.isEmpty()) {
                return this;
            }
            next.ifPresent(this::sayNext);
        }
    }

    private void timePassed(String id) {
        while (true) {
            var next = state.clock(id)
                    .filter(clock ->
                            clock.nextAt().filter(due -> !due.isAfter(now)).isPresent());
            if (next.isEmpty()) {
                return;
            }
            next.ifPresent(this::sayNext);
        }
    }

    private void expire(String id) {
        var running = state.clock(id).filter(Clock::runs);
        while (running.isPresent()) {
            running.ifPresent(this::sayNext);
            running = state.clock(id).filter(Clock::runs);
        }
    }

    private void sayNext(Clock clock) {
        var due = clock.nextAt().orElseThrow();
        var missed = !due.plus(NOTED_IN_TIME).isAfter(now);
        var warning = clock.nextWarning().filter(w -> clock.startOf(w.day()).equals(due));
        and(warning.<ClockEvent>map(w -> new WarningGiven(
                        clock.id(), w.lead(), w.day(), clock.effective().lastDay(), missed, now))
                .orElseGet(() -> new ClockExpired(
                        clock.id(),
                        clock.effective().lastDay(),
                        clock.effective().endsAt(),
                        clock.rule().onExpiry(),
                        missed,
                        now)));
    }
}
