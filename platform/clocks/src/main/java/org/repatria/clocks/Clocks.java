package org.repatria.clocks;

import static org.repatria.clocks.Clock.State.CANCELLED;
import static org.repatria.clocks.Clock.State.EXPIRED_CONFIRMED;
import static org.repatria.clocks.Clock.State.EXPIRED_PRESUMED;
import static org.repatria.clocks.Clock.State.REFUTED;
import static org.repatria.clocks.Clock.State.SUSPENDED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.repatria.clocks.ClockEvent.ClockCancelled;
import org.repatria.clocks.ClockEvent.ClockExpired;
import org.repatria.clocks.ClockEvent.ClockExtended;
import org.repatria.clocks.ClockEvent.ClockRebased;
import org.repatria.clocks.ClockEvent.ClockResumed;
import org.repatria.clocks.ClockEvent.ClockSatisfied;
import org.repatria.clocks.ClockEvent.ClockStarted;
import org.repatria.clocks.ClockEvent.ClockSuperseded;
import org.repatria.clocks.ClockEvent.ClockSuspended;
import org.repatria.clocks.ClockEvent.ExpiryConfirmed;
import org.repatria.clocks.ClockEvent.ExpiryRefuted;
import org.repatria.clocks.ClockEvent.HappeningKept;
import org.repatria.clocks.ClockEvent.LateHappeningNoted;
import org.repatria.clocks.ClockEvent.WarningGiven;

/**
 * The clocks of one whole, such as a case or an asset, and the happenings that they may still need.
 *
 * @param clocks in the order in which they were started
 * @param happenings in the order in which they were recorded
 * @param started how many there ever were that both states know of; names the next one
 * @param confided the same for those that the host state keeps, so that neither count tells of the other
 */
public record Clocks(List<Clock> clocks, List<Happening> happenings, int started, int confided) {

    /**
     * LIMIT: clocks of one whole that happenings started and that have not ended. Each is read on every happening and
     * written with every command. Those of limitation come on top, and are no more than the offences.
     */
    public static final int OPEN_MAX = 100;

    /** LIMIT: clocks kept in the state; beyond it the oldest that ended leave it and stay in the journal. */
    public static final int KEPT_MAX = 200;

    /**
     * LIMIT: clocks that follow from what stands elsewhere. None of them may ever leave the state, or it would start
     * anew: as many again are left for those that take their places.
     */
    public static final int STARTED_FROM_ELSEWHERE_MAX = KEPT_MAX / 2;

    /** LIMIT: happenings kept for clocks that are entered later. The oldest leave first and stay in the journal. */
    public static final int HAPPENINGS_KEPT_MAX = 300;

    public Clocks {
        clocks = List.copyOf(clocks);
        happenings = List.copyOf(happenings);
    }

    public static Clocks none() {
        return new Clocks(List.of(), List.of(), 0, 0);
    }

    /**
     * What follows for the clocks when something happens. Clocks start, are satisfied, suspended or run again. What
     * happened long ago is counted as if it had been known then, and what was missed since is told.
     */
    public List<ClockEvent> happened(Happening happening, Forum forum) {
        return Unfolding.of(this, forum).happened(happening).events();
    }

    /**
     * What follows when the limitation of an offence was counted. A clock starts, in place of the one that ran for the
     * same.
     *
     * @param rule one whose length the rules on limitation say
     * @param about the offence
     * @param from the day of the conduct
     */
    public List<ClockEvent> counted(ClockRule rule, String about, LocalDate from, LocalDate lastDay, Forum forum) {
        return Unfolding.of(this, forum)
                .counted(rule, about, Happened.on(from), lastDay)
                .events();
    }

    /** The clock that counts for a rule and what it is about, or counted last. */
    public Optional<Clock> latest(ClockRule rule, String about) {
        return clocks.stream()
                .filter(clock ->
                        clock.rule().id().equals(rule.id()) && clock.about().equals(about))
                .reduce((_, later) -> later);
    }

    /** What the time has brought, in the order in which it came. */
    public List<ClockEvent> timePassed(Forum forum) {
        return Unfolding.of(this, forum).timePassed().events();
    }

    /** What the clocks become once an event has happened. Never refuses: a fact is a fact. */
    public Clocks after(ClockEvent event) {
        return switch (event) {
            case HappeningKept e -> and(e.happening());
            case ClockStarted e -> and(e.clock());
            case ClockSatisfied e -> with(e.clockId(), clock -> clock.satisfied(e.by()));
            case LateHappeningNoted e -> with(e.clockId(), clock -> clock.late(e.happening()));
            case ClockSuspended e ->
                with(e.clockId(), clock -> clock.recounted(SUSPENDED, e.effective(), e.suspensions(), e.warnings()));
            case ClockResumed e ->
                with(e.clockId(), clock -> clock.recounted(e.state(), e.effective(), e.suspensions(), e.warnings()));
            case WarningGiven e -> with(e.clockId(), clock -> clock.warned(e.lead()));
            case ClockExpired e -> with(e.clockId(), clock -> clock.in(EXPIRED_PRESUMED));
            case ClockExtended e -> replaced(e.clockId(), e.successor());
            case ClockRebased e -> replaced(e.clockId(), e.successor());
            case ClockSuperseded e -> with(e.clockId(), clock -> clock.replacedBy(e.by()));
            case ExpiryConfirmed e -> with(e.clockId(), clock -> clock.because(EXPIRED_CONFIRMED, e.reasons()));
            case ExpiryRefuted e -> with(e.clockId(), clock -> clock.because(REFUTED, e.reasons()));
            case ClockCancelled e -> with(e.clockId(), clock -> clock.because(CANCELLED, e.reasons()));
        };
    }

    private Clocks replaced(String id, Clock successor) {
        return with(id, clock -> clock.replacedBy(successor.id())).and(successor);
    }

    /** The next moment at which time alone brings something. */
    public Optional<Instant> nextAt() {
        return clocks.stream().flatMap(clock -> clock.nextAt().stream()).min(Comparator.naturalOrder());
    }

    public Optional<Clock> clock(String id) {
        return clocks.stream().filter(clock -> clock.id().equals(id)).findFirst();
    }

    /** Those that have not ended. */
    public List<Clock> open() {
        return clocks.stream().filter(clock -> !clock.state().ended()).toList();
    }

    /** How many that happenings started have not ended. */
    public long startedByHappenings() {
        return open().stream()
                .filter(clock -> clock.rule().limitation().isEmpty())
                .count();
    }

    /** The clocks that the other state is told of; what happened besides is not kept in it. */
    public Clocks told() {
        return new Clocks(
                clocks.stream().filter(clock -> clock.rule().knownTo().isTold()).toList(), List.of(), started, 0);
    }

    /** The id of the next clock of a rule. */
    public String nextId(ClockRule rule) {
        return rule.knownTo().isTold() ? "clk-" + (started + 1) : "clk-h-" + (confided + 1);
    }

    Clocks knowing(List<Happening> all) {
        return new Clocks(clocks, all, started, confided);
    }

    Clocks and(Clock clock) {
        var all = new ArrayList<>(clocks);
        all.add(clock);
        if (all.size() > KEPT_MAX) {
            all.stream().filter(Clocks::maybeForgotten).findFirst().ifPresent(all::remove);
        }
        var told = clock.rule().knownTo().isTold();
        return new Clocks(all, happenings, told ? started + 1 : started, told ? confided : confided + 1);
    }

    private static boolean maybeForgotten(Clock clock) {
        return clock.state().ended() || clock.tooLate().isPresent();
    }

    Clocks and(Happening happening) {
        var all = new ArrayList<>(happenings);
        all.add(happening);
        if (all.size() > HAPPENINGS_KEPT_MAX) {
            all.removeFirst();
        }
        return new Clocks(clocks, all, started, confided);
    }

    Clocks with(String id, UnaryOperator<Clock> change) {
        return new Clocks(
                clocks.stream()
                        .map(clock -> clock.id().equals(id) ? change.apply(clock) : clock)
                        .toList(),
                happenings,
                started,
                confided);
    }
}
