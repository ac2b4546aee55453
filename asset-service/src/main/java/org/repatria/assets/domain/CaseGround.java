package org.repatria.assets.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.repatria.assets.domain.AssetCommand.RestraintCommand;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.RecordRestraint;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Refusal;

/**
 * On what a case says that steps on its assets may rest; see ADR-0020.
 *
 * @param number counts the changes of what the case says; an older one tells nothing new
 * @param agreedOn since when both sides agree on recovery; empty where they do not
 * @param gates the days on which the safeguards of each step are met
 */
public record CaseGround(int number, Optional<LocalDate> agreedOn, List<GateDays> gates) {

    private static final String RESTRAINT = "RESTRAINT";

    private static final String STRATEGY_SOURCE = "lifecycle of the case, strategy agreed by both sides; UNCAC art. 51";

    private static final String GATE_SOURCE = "gate matrix, restraint; UNCAC arts 31(2), 54(2)";

    public CaseGround {
        gates = List.copyOf(gates);
    }

    /**
     * The days on which a gate is met.
     *
     * @param from the first of them; empty where it is met on none
     * @param through the last of them; empty where none is the last
     * @param missing codes of the checks that are lacking today
     */
    public record GateDays(String gate, Optional<LocalDate> from, Optional<LocalDate> through, List<String> missing) {

        public GateDays {
            missing = List.copyOf(missing);
        }

        boolean isMetOn(LocalDate day) {
            return from.filter(first -> !day.isBefore(first)).isPresent()
                    && through.filter(day::isAfter).isEmpty();
        }
    }

    /** A case from which nothing may be taken any more. */
    public CaseGround erased() {
        return new CaseGround(number + 1, Optional.empty(), List.of());
    }

    public boolean isErased() {
        return agreedOn.isEmpty() && gates.isEmpty();
    }

    /**
     * Why a court's order is not recorded yet; empty where a case bears it.
     *
     * <p>An extension continues an order that was borne when it was recorded, and what ends an order needs no ground.
     */
    static Optional<Refusal> lackedBy(RestraintCommand command, List<CaseLink> links) {
        return switch (command) {
            case RecordRestraint c -> lacked(c.issuedOn(), links);
            case RestraintCommand.ExtendRestraint _,
                    RestraintCommand.DischargeRestraint _,
                    RestraintCommand.MarkRestraintLapsed _ -> Optional.empty();
        };
    }

    private static Optional<Refusal> lacked(LocalDate day, List<CaseLink> links) {
        var obstacles = new ArrayList<Obstacle>();
        for (var link : links) {
            var against = against(link, day);
            if (against.isEmpty()) {
                return Optional.empty();
            }
            obstacles.addAll(against);
        }
        if (links.isEmpty()) {
            obstacles.add(Obstacle.of(
                    "CASE_MISSING", "cases", "The asset names no case that bears the order.", STRATEGY_SOURCE));
        }
        return Optional.of(new Refusal(AssetReason.RESTRAINT_WITHOUT_GROUND, obstacles));
    }

    private static List<Obstacle> against(CaseLink link, LocalDate day) {
        var id = link.caseId().value();
        return switch (link.standing()) {
            case UNLINKED ->
                List.of(Obstacle.of("CASE_UNKNOWN", id, "Nothing is known yet of the case " + id + ".", GATE_SOURCE));
            case CASE_CLOSED ->
                List.of(Obstacle.of("CASE_CLOSED", id, "The case " + id + " is closed.", STRATEGY_SOURCE));
            case KNOWN ->
                link.ground()
                        .map(ground -> ground.against(id, day))
                        .orElseGet(() -> List.of(Obstacle.of(
                                "GROUND_UNKNOWN",
                                id,
                                "The case " + id + " has not said yet that both sides agreed on recovery.",
                                STRATEGY_SOURCE)));
        };
    }

    private List<Obstacle> against(String caseId, LocalDate day) {
        if (agreedOn.filter(since -> !day.isBefore(since)).isEmpty()) {
            return List.of(Obstacle.of(
                    "STRATEGY_NOT_AGREED",
                    caseId,
                    agreedOn.map(since -> "Both sides agreed on recovery in the case " + caseId + " on " + since
                                    + ", after the order of " + day + ".")
                            .orElse("Both sides have not agreed on recovery in the case " + caseId + "."),
                    STRATEGY_SOURCE));
        }
        var gate = gates.stream().filter(days -> days.gate().equals(RESTRAINT)).findFirst();
        if (gate.filter(days -> days.isMetOn(day)).isPresent()) {
            return List.of();
        }
        var missing = gate.map(GateDays::missing).orElse(List.of());
        return missing.isEmpty()
                ? List.of(Obstacle.of("CHECK_MISSING", caseId, notMetOn(day, caseId, gate), GATE_SOURCE))
                : missing.stream()
                        .map(check -> Obstacle.of(
                                "CHECK_MISSING",
                                check,
                                "The case " + caseId + " lacks the check " + check + " for a restraint.",
                                GATE_SOURCE))
                        .toList();
    }

    private static String notMetOn(LocalDate day, String caseId, Optional<GateDays> gate) {
        return "The checks of the case " + caseId + " for a restraint count from "
                + gate.flatMap(GateDays::from).map(LocalDate::toString).orElse("no day")
                + gate.flatMap(GateDays::through)
                        .map(last -> " through " + last)
                        .orElse("")
                + ", not on " + day + ".";
    }
}
