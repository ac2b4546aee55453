package org.repatria.cases.domain.recovery;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.repatria.cases.domain.facts.Facts;
import org.repatria.cases.domain.law.Gate;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.safeguards.CheckEntry;
import org.repatria.cases.domain.safeguards.Checks;
import org.repatria.cases.domain.safeguards.ConfidedChecks;
import org.repatria.cases.domain.safeguards.GateCell;
import org.repatria.cases.domain.safeguards.Gates;
import org.repatria.cases.domain.strategy.PathwayKind;
import org.repatria.cases.domain.strategy.Strategies;
import org.repatria.cases.domain.strategy.Strategy;
import org.repatria.clocks.Happened;

/**
 * Finds out on what the recovery of assets rests today.
 *
 * <p>An order is recorded days after it was made, so a gate is not told as open or shut: it is told on which days it is
 * met, by what is known today.
 */
public final class Grounds {

    /** The gates that a step on an asset asks for (source: gate matrix). */
    static final List<Gate> OF_ASSETS =
            List.of(Gate.RESTRAINT, Gate.ENFORCE_FOREIGN_ORDER, Gate.DISPOSAL, Gate.RETURN_OF_ASSETS);

    /** Embezzled public funds go back to the requesting state (UNCAC art. 57(3)(a)). */
    static final String RETURN_OBLIGATORY = "ST-29";

    /** In place of a check that stands in a compartment. */
    static final String CONFIDED = "CONFIDED";

    /** LIMIT: days looked at for one gate. Days before them count as days on which it is not met. */
    static final int DAYS_MAX = 40;

    private final Checks checks;
    private final Facts facts;
    private final Optional<String> about;
    private final LegalOccasion occasion;

    private Grounds(Checks checks, Facts facts, Optional<String> about, LegalOccasion occasion) {
        this.checks = checks;
        this.facts = facts;
        this.about = about;
        this.occasion = occasion;
    }

    /**
     * The ground as it is now.
     *
     * @param before how it was, so that its number counts on
     * @param about the pathway of recovery, where one runs; checks may have been made about it alone
     */
    public static RecoveryGround now(
            RecoveryGround before,
            Strategies strategies,
            Checks checks,
            Facts facts,
            Optional<String> about,
            LegalOccasion occasion) {
        var agreedOn = agreedSince(strategies);
        var grounds = new Grounds(checks, facts, about, occasion);
        return new RecoveryGround(
                        grounds.ground(agreedOn, UnaryOperator.identity()), grounds.ground(agreedOn, Gates::told))
                .after(before);
    }

    /** The ground of a case on which nothing rests any more. */
    public static RecoveryGround gone(RecoveryGround before) {
        return RecoveryGround.none().after(before);
    }

    /**
     * Since when every version that was agreed names recovery. A version that only waits for signatures takes the
     * agreement away until it is signed (source: lifecycle of the case, strategy).
     */
    static Optional<LocalDate> agreedSince(Strategies strategies) {
        if (!strategies.allows(PathwayKind.ASSET_RECOVERY)) {
            return Optional.empty();
        }
        return strategies.versions().reversed().stream()
                .filter(version -> version.agreedOn().isPresent())
                .takeWhile(version -> version.kinds().contains(PathwayKind.ASSET_RECOVERY))
                .reduce((_, earlier) -> earlier)
                .flatMap(Strategy::agreedOn);
    }

    private Ground ground(Optional<LocalDate> agreedOn, UnaryOperator<List<GateCell>> seen) {
        return new Ground(
                0,
                agreedOn,
                agreedOn.isEmpty()
                        ? List.of()
                        : OF_ASSETS.stream().map(gate -> gate(gate, seen)).toList(),
                // Both states know of what kind the proceeds are.
                Optional.of(RETURN_OBLIGATORY).filter(_ -> facts.areProceedsEmbezzled()));
    }

    private GateGround gate(Gate gate, UnaryOperator<List<GateCell>> seen) {
        var today = occasion.today();
        var missing = missing(look(gate, seen, today));
        Optional<LocalDate> from = Optional.empty();
        Optional<LocalDate> through = Optional.empty();
        Optional<LocalDate> ceased = Optional.empty();
        for (var day : days(gate, seen, today)) {
            var cells = look(gate, seen, day);
            if (missing(cells).isEmpty()) {
                through = from.isPresent() ? through : earlier(firstEnd(cells), ceased.map(last -> last.minusDays(1)));
                from = Optional.of(day);
            } else if (from.isEmpty()) {
                ceased = Optional.of(day);
            } else {
                break;
            }
        }
        return new GateGround(gate, from, through, missing);
    }

    private List<GateCell> look(Gate gate, UnaryOperator<List<GateCell>> seen, LocalDate day) {
        return seen.apply(Gates.look(gate, checks, about, Happened.on(day), occasion.rules()));
    }

    private static List<String> missing(List<GateCell> cells) {
        return cells.stream()
                .filter(cell -> cell.missing().isPresent())
                .map(cell -> ConfidedChecks.knownTo(cell.check()).isCompartment() ? CONFIDED : cell.check())
                .distinct()
                .sorted()
                .toList();
    }

    /** The days up to today on which a gate can begin or cease to be met, the latest first. */
    private List<LocalDate> days(Gate gate, UnaryOperator<List<GateCell>> seen, LocalDate today) {
        var asked = look(gate, seen, today).stream().map(GateCell::check).toList();
        var days = new TreeSet<LocalDate>(Comparator.reverseOrder());
        days.add(today);
        checks.entries().stream()
                .filter(entry -> asked.contains(entry.check()))
                .flatMap(Grounds::turns)
                .filter(day -> !day.isAfter(today))
                .forEach(days::add);
        return days.stream().limit(DAYS_MAX).toList();
    }

    private static Stream<LocalDate> turns(CheckEntry entry) {
        return Stream.concat(Stream.of(entry.on().day()), entry.lastDay().map(day -> day.plusDays(1)).stream());
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
        return Stream.concat(one.stream(), other.stream()).min(Comparator.naturalOrder());
    }

    private Optional<LocalDate> firstEnd(List<GateCell> cells) {
        return cells.stream()
                .flatMap(cell -> cell.entryId().stream())
                .flatMap(id -> checks.entry(id).stream())
                .flatMap(entry -> entry.lastDay().stream())
                .min(Comparator.naturalOrder());
    }
}
