package org.repatria.cases.domain.clocks;

import static org.repatria.cases.domain.CaseReason.*;
import static org.repatria.clocks.Clock.State.EXPIRED_PRESUMED;
import static org.repatria.clocks.Clock.State.SUSPENDED;
import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.acceptAll;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.repatria.cases.domain.CaseReason;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.clocks.ClockCommand.CancelClock;
import org.repatria.cases.domain.clocks.ClockCommand.ConcludeClock;
import org.repatria.cases.domain.clocks.ClockCommand.ExtendClock;
import org.repatria.cases.domain.clocks.ClockCommand.NoteHappening;
import org.repatria.cases.domain.clocks.ClockCommand.RebaseClock;
import org.repatria.cases.domain.clocks.ClockCommand.ResumeClock;
import org.repatria.cases.domain.clocks.ClockCommand.SuspendClock;
import org.repatria.cases.domain.law.Officer;
import org.repatria.clocks.Addition;
import org.repatria.clocks.Clock;
import org.repatria.clocks.ClockEvent;
import org.repatria.clocks.ClockEvent.ClockCancelled;
import org.repatria.clocks.ClockEvent.ClockExtended;
import org.repatria.clocks.ClockEvent.ClockRebased;
import org.repatria.clocks.ClockEvent.ExpiryConfirmed;
import org.repatria.clocks.ClockEvent.ExpiryRefuted;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.ClockRule.OnExpiry;
import org.repatria.clocks.ClockRule.Status;
import org.repatria.clocks.ClockRule.Unit;
import org.repatria.clocks.Clocks;
import org.repatria.clocks.Counting;
import org.repatria.clocks.Happened;
import org.repatria.clocks.Suspension;
import org.repatria.clocks.Term;
import org.repatria.clocks.Unfolding;
import org.repatria.decider.Decision;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Refusal;
import org.repatria.decider.text.VisibleText;

/**
 * What officers may do with the clocks of a case. The system counts and warns; a legal officer decides what the law
 * made of it.
 */
public final class ClockDecider {

    /** LIMIT: more in one grant is a slip of the pen; no law grants as much in any unit. */
    static final int ADDITION_MAX = 10_000;

    /** LIMIT: fewer letters name nobody. */
    private static final int NAME_LETTERS_MIN = 2;

    private ClockDecider() {}

    public static Decision<ClockEvent> decide(ClockCommand command, Clocks state, ClockSetting setting) {
        return switch (command) {
            case NoteHappening c -> note(c, state, setting);
            case ExtendClock c -> onOpen(c.clockId(), state, setting, clock -> extend(c, clock, state, setting));
            case SuspendClock c -> onOpen(c.clockId(), state, setting, clock -> suspend(c, clock, state, setting));
            case ResumeClock c -> onOpen(c.clockId(), state, setting, clock -> resume(c, clock, state, setting));
            case RebaseClock c -> onOpen(c.clockId(), state, setting, clock -> rebase(c, clock, state, setting));
            case CancelClock c -> onOpen(c.clockId(), state, setting, clock -> cancel(c, clock, setting));
            case ConcludeClock c -> onAny(c.clockId(), state, setting, clock -> conclude(c, clock, setting));
        };
    }

    private interface OnClock {
        Decision<ClockEvent> decide(Clock clock);
    }

    private static Decision<ClockEvent> onAny(String id, Clocks state, ClockSetting setting, OnClock decision) {
        var found = state.clock(id).filter(setting::knows);
        if (found.isEmpty()) {
            return refuse(new Refusal(
                    CLOCK_NOT_FOUND,
                    List.of(Obstacle.of(CLOCK_NOT_FOUND.name(), id, "The case has no clock " + id + "."))));
        }
        var clock = found.orElseThrow();
        return isEntitled(clock, setting)
                ? decision.decide(clock)
                : refused(OFFICER_NOT_ENTITLED, clock, "is decided on by " + entitled(clock) + " only");
    }

    private static Decision<ClockEvent> onOpen(String id, Clocks state, ClockSetting setting, OnClock decision) {
        return onAny(
                id,
                state,
                setting,
                clock -> clock.state().ended()
                        ? refused(CLOCK_ENDED, clock, "has ended: " + clock.state())
                        : decision.decide(clock));
    }

    /**
     * The legal officer who may decide on a clock. What follows from custody is for the state that holds the person;
     * the rest is for a legal officer of either state.
     */
    private static Officer entitled(Clock clock) {
        return new Officer(clock.rule().onExpiry() == OnExpiry.PRESUME_RELEASED ? Side.REQUESTED : Side.NEITHER, "LO");
    }

    private static boolean isEntitled(Clock clock, ClockSetting setting) {
        return entitled(clock).is(setting.occasion().by(), setting.relation());
    }

    /**
     * A day that is appointed may start a clock; what ends or suspends one must have happened. What an asset tells is
     * recorded there, but for the end of a clock that the case had before the asset told it.
     */
    private static Decision<ClockEvent> note(NoteHappening c, Clocks state, ClockSetting setting) {
        var unfolding = Unfolding.of(state, setting);
        if (!unfolding.isSpokenOf(c.happening().token())) {
            return refuse(new Refusal(
                    HAPPENING_UNKNOWN,
                    List.of(Obstacle.of(
                            HAPPENING_UNKNOWN.name(),
                            "token",
                            "No clock rule speaks of " + c.happening().token()
                                    + "; the reference data on happenings list what is recorded."))));
        }
        var elsewhere = setting.occasion().rules().recordedAtAsset(c.happening().token());
        if (elsewhere.isPresent() && !isAwaited(c.happening().token(), state, setting)) {
            return refuse(new Refusal(
                    HAPPENING_OF_ASSET,
                    List.of(Obstacle.of(
                            HAPPENING_OF_ASSET.name(),
                            "token",
                            "%s is told by the asset: record it there (POST %s), and its clocks follow from it."
                                    .formatted(c.happening().token(), elsewhere.orElseThrow()),
                            rulesOn(c.happening().token(), setting)))));
        }
        if (isStillToCome(c.happening().when(), setting)
                && unfolding.isWaitedFor(c.happening().token())) {
            return refuse(new Refusal(
                    NOT_YET_HAPPENED,
                    List.of(Obstacle.of(
                            NOT_YET_HAPPENED.name(),
                            c.happening().token(),
                            "What ends or suspends a clock must have happened."))));
        }
        if (state.startedByHappenings() >= Clocks.OPEN_MAX) {
            return refuse(new Refusal(
                    CLOCKS_FULL,
                    List.of(Obstacle.of(
                            CLOCKS_FULL.name(),
                            c.happening().token(),
                            "The case has " + Clocks.OPEN_MAX + " open clocks; end some of them first."))));
        }
        return acceptAll(Unfolding.of(state, setting).happened(c.happening()).events());
    }

    /** Whether a clock that the case has, and that has not ended, may end or rest with something. */
    private static boolean isAwaited(String token, Clocks state, ClockSetting setting) {
        return state.open().stream().anyMatch(clock -> setting.waitsFor(clock.rule(), token));
    }

    /** The rules that something starts, or else those that it ends. */
    private static String rulesOn(String token, ClockSetting setting) {
        var started = ids(setting, rule -> rule.trigger().equals(token));
        return started.isEmpty() ? ids(setting, rule -> setting.waitsFor(rule, token)) : started;
    }

    private static String ids(ClockSetting setting, Predicate<ClockRule> wanted) {
        return setting.rules().stream()
                .filter(wanted)
                .map(ClockRule::id)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** A day is still to come when it has begun nowhere on earth. */
    private static boolean isStillToCome(Happened when, ClockSetting setting) {
        return switch (when) {
            case Happened.At at -> at.instant().isAfter(setting.occasion().at());
            case Happened.On on -> on.day().isAfter(setting.occasion().today().plusDays(1));
        };
    }

    private static Decision<ClockEvent> extend(ExtendClock c, Clock clock, Clocks state, ClockSetting setting) {
        var counting = setting.counting(clock);
        var provided = clock.rule().extendable();
        if (provided.isEmpty()) {
            return refused(EXTENSION_NOT_PROVIDED, clock, "cannot be extended");
        }
        var extension = provided.orElseThrow();
        if (!isNamed(c.by().strip(), extension.by())) {
            return refused(EXTENSION_BY_ANOTHER, clock, "is extended by " + extension.by() + " only");
        }
        if (VisibleText.isBlank(c.reasons())) {
            return refused(REASONS_REQUIRED, clock, "is extended with reasons only");
        }
        if (VisibleText.isBlank(c.document())) {
            return refused(DOCUMENT_REQUIRED, clock, "is extended by a document only");
        }
        if (isStillToCome(c.granted(), setting)) {
            return refused(NOT_YET_HAPPENED, clock, "can only be extended by what was granted");
        }
        if (!counting.inTime(c.granted(), clock.effective()) && clock.state() != SUSPENDED) {
            return refused(
                    EXTENSION_TOO_LATE,
                    clock,
                    "was over on " + clock.effective().lastDay() + ", before the extension was granted");
        }
        var granted = addition(c, clock, extension);
        if (granted.amount() < 1 || granted.amount() > ADDITION_MAX) {
            return refused(EXTENSION_EMPTY, clock, "is extended by 1 to " + ADDITION_MAX + " units");
        }
        var additions = new ArrayList<>(clock.additions());
        additions.add(granted);
        var counted = counting.term(clock.trigger(), additions, List.of());
        if (extension
                .max()
                .filter(max -> exceeds(counted, max, extension.unit(), clock, counting))
                .isPresent()) {
            return refused(
                    EXTENSION_TOO_LONG,
                    clock,
                    "is extended by " + extension.max().orElse(0) + " " + extension.unit() + " in all at most");
        }
        var successor = clock.successor(state.nextId(clock.rule()), counting, additions, c.granted());
        return settled(
                state,
                setting,
                successor,
                new ClockExtended(
                        clock.id(),
                        successor,
                        c.reasons(),
                        c.document(),
                        setting.occasion().at()));
    }

    /** Rules say it in prose, such as "Court for good cause, or consent": each part begins with who grants. */
    private static boolean isNamed(String by, String rule) {
        var name = by.toLowerCase(Locale.ROOT);
        return name.length() >= NAME_LETTERS_MIN
                && Stream.of(rule.toLowerCase(Locale.ROOT).split(", or |, then |, | or ", -1))
                        .anyMatch(part -> part.equals(name) || part.startsWith(name + " "));
    }

    private static Addition addition(ExtendClock c, Clock clock, ClockRule.Extension extension) {
        return c.until()
                .map(until -> new Addition(
                        (int) ChronoUnit.DAYS.between(clock.effective().lastDay(), bounded(until)),
                        Unit.CAL_DAY,
                        extension.by(),
                        c.granted()))
                .orElseGet(() -> new Addition(c.amount().orElse(0), extension.unit(), extension.by(), c.granted()));
    }

    private static LocalDate bounded(LocalDate until) {
        var farthest = LocalDate.of(9999, 12, 31);
        return until.isAfter(farthest) ? farthest : until;
    }

    private static boolean exceeds(Term counted, int max, Unit unit, Clock clock, Counting counting) {
        var most = new Addition(max, unit, "", clock.trigger());
        return counted.overAt(clock.zone())
                .isAfter(
                        counting.term(clock.trigger(), List.of(most), List.of()).overAt(clock.zone()));
    }

    private static Decision<ClockEvent> suspend(SuspendClock c, Clock clock, Clocks state, ClockSetting setting) {
        var counting = setting.counting(clock);
        if (!clock.rule().suspendOn().contains(c.ground())) {
            return refused(
                    SUSPENSION_NOT_PROVIDED,
                    clock,
                    clock.rule().suspendOn().isEmpty()
                            ? "cannot be suspended"
                            : "is suspended by "
                                    + String.join(", ", clock.rule().suspendOn()) + " only");
        }
        if (VisibleText.isBlank(c.document())) {
            return refused(DOCUMENT_REQUIRED, clock, "is suspended by a document only");
        }
        var stretch = new Suspension(c.ground(), c.from(), Optional.empty(), Optional.of(c.document()));
        if (clock.suspensions().contains(stretch)) {
            return nothingToDo();
        }
        if (clock.state() == SUSPENDED) {
            return refused(CLOCK_SUSPENDED, clock, "is suspended already");
        }
        if (clock.suspensions().size() >= Clock.SUSPENSIONS_MAX) {
            return refused(SUSPENSIONS_FULL, clock, "was suspended " + Clock.SUSPENSIONS_MAX + " times, the most kept");
        }
        if (isStillToCome(c.from(), setting)) {
            return refused(NOT_YET_HAPPENED, clock, "can only be suspended by what has happened");
        }
        if (!counting.notBefore(c.from(), clock.trigger()) || !counting.inTime(c.from(), clock.effective())) {
            return refused(
                    SUSPENSION_OUTSIDE_PERIOD,
                    clock,
                    "runs from " + counting.dayOf(clock.trigger()) + " to "
                            + clock.effective().lastDay() + "; a suspension begins within");
        }
        var stretches = new ArrayList<>(clock.suspensions());
        stretches.add(stretch);
        return recounted(clock, stretches, state, setting);
    }

    private static Decision<ClockEvent> resume(ResumeClock c, Clock clock, Clocks state, ClockSetting setting) {
        var counting = setting.counting(clock);
        var lasting = clock.suspensions().stream().filter(Suspension::lasts).toList();
        if (lasting.isEmpty()) {
            return refused(CLOCK_NOT_SUSPENDED, clock, "is not suspended");
        }
        var entered = lasting.stream().filter(Suspension::wasEntered).findFirst();
        if (entered.isEmpty()) {
            return refused(
                    CLOCK_NOT_SUSPENDED,
                    clock,
                    "is suspended by " + lasting.getFirst().ground() + " and runs again when that ends: record "
                            + lasting.getFirst().ground() + ".ended");
        }
        var stretch = entered.orElseThrow();
        if (VisibleText.isBlank(c.document())) {
            return refused(DOCUMENT_REQUIRED, clock, "is resumed by a document only");
        }
        if (isStillToCome(c.until(), setting)) {
            return refused(NOT_YET_HAPPENED, clock, "can only be resumed by what has happened");
        }
        if (!counting.notBefore(c.until(), stretch.from())) {
            return refused(SUSPENSION_OUTSIDE_PERIOD, clock, "was suspended only later");
        }
        var stretches = clock.suspensions().stream()
                .map(s -> s.equals(stretch) ? s.endedOn(c.until()) : s)
                .toList();
        return recounted(clock, stretches, state, setting);
    }

    private static Decision<ClockEvent> recounted(
            Clock clock, List<Suspension> stretches, Clocks state, ClockSetting setting) {
        var unfolding = Unfolding.of(state, setting);
        unfolding.recount(clock, stretches);
        unfolding.settle(clock.id());
        return acceptAll(unfolding.events());
    }

    private static Decision<ClockEvent> rebase(RebaseClock c, Clock clock, Clocks state, ClockSetting setting) {
        if (VisibleText.isBlank(c.reasons())) {
            return refused(REASONS_REQUIRED, clock, "is put under a new rule with reasons only");
        }
        var current = setting.occasion()
                .rules()
                .clockRule(clock.rule().id(), setting.occasion().today())
                .filter(rule -> rule.status() == Status.IN_FORCE);
        if (current.isEmpty()) {
            return refused(RULE_NOT_IN_FORCE, clock, "has no version that is in force today");
        }
        var rule = current.map(now -> asLongAs(clock, now)).orElseThrow();
        if (rule.version() == clock.rule().version()) {
            return refused(RULE_UNCHANGED, clock, "is counted by the version in force already");
        }
        var counting = Counting.of(rule, clock.trigger(), setting.calendar(rule));
        var successor = clock.successor(state.nextId(rule), counting, clock.additions(), clock.trigger());
        return settled(
                state,
                setting,
                successor,
                new ClockRebased(
                        clock.id(),
                        successor,
                        clock.rule().version(),
                        c.reasons(),
                        setting.occasion().at()));
    }

    /** What other rules have counted is not counted anew. */
    private static ClockRule asLongAs(Clock clock, ClockRule now) {
        return now.limitation().isPresent() ? now.lasting(clock.rule().amount()) : now;
    }

    private static Decision<ClockEvent> settled(Clocks state, ClockSetting setting, Clock successor, ClockEvent event) {
        var unfolding = Unfolding.of(state, setting).and(event);
        unfolding.settle(successor.id());
        return acceptAll(unfolding.events());
    }

    private static Decision<ClockEvent> cancel(CancelClock c, Clock clock, ClockSetting setting) {
        return VisibleText.isBlank(c.reasons())
                ? refused(REASONS_REQUIRED, clock, "is ended with reasons only")
                : accept(new ClockCancelled(
                        clock.id(), c.reasons(), setting.occasion().at()));
    }

    private static Decision<ClockEvent> conclude(ConcludeClock c, Clock clock, ClockSetting setting) {
        if (clock.state() != EXPIRED_PRESUMED) {
            return refused(CLOCK_NOT_EXPIRED, clock, "is not presumed to be over: " + clock.state());
        }
        if (VisibleText.isBlank(c.document())) {
            return refused(DOCUMENT_REQUIRED, clock, "is concluded from the court's record only");
        }
        if (VisibleText.isBlank(c.reasons())) {
            return refused(REASONS_REQUIRED, clock, "is concluded with reasons only");
        }
        var at = setting.occasion().at();
        return accept(
                c.expired()
                        ? new ExpiryConfirmed(clock.id(), c.document(), c.reasons(), at)
                        : new ExpiryRefuted(clock.id(), c.document(), c.reasons(), at));
    }

    private static Decision<ClockEvent> refused(CaseReason fact, Clock clock, String why) {
        var rule = clock.rule();
        return refuse(new Refusal(
                fact,
                List.of(Obstacle.of(
                        fact.name(),
                        clock.id(),
                        "The clock of " + rule.id() + " (" + rule.instrument() + ") " + why + ".",
                        rule.source()))));
    }
}
