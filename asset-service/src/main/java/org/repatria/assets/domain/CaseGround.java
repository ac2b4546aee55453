package org.repatria.assets.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetEvent.FindingRecorded;
import org.repatria.assets.domain.AssetEvent.OrderChanged;
import org.repatria.assets.domain.AssetEvent.OrderRecorded;
import org.repatria.assets.domain.AssetEvent.RestraintRecorded;
import org.repatria.assets.domain.AssetEvent.StepProposed;
import org.repatria.assets.domain.Proposal.Step;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Refusal;

/**
 * On what a case says that steps on its assets may rest; see ADR-0020.
 *
 * @param number counts the changes of what the case says; an older one tells nothing new
 * @param agreedOn since when both sides agree on recovery; empty where they do not
 * @param gates the days on which the safeguards of each step are met
 * @param returnRule the rule by which what is recovered goes back to the requesting state whole; empty where none does
 */
public record CaseGround(int number, Optional<LocalDate> agreedOn, List<GateDays> gates, Optional<String> returnRule) {

    private static final String STRATEGY_SOURCE = "lifecycle of the case, strategy agreed by both sides; UNCAC art. 51";

    /** What steps on assets ask for in the case; the names are those that cases use. */
    private enum Gate {
        RESTRAINT("a restraint", "gate matrix, restraint; UNCAC arts 31(2), 54(2)"),
        ENFORCE_FOREIGN_ORDER(
                "carrying out a foreign order", "gate matrix, enforce foreign order; UNCAC art. 54(1)(a)"),
        DISPOSAL("a disposal", "gate matrix, disposal; UNCAC art. 31(3)"),
        RETURN_OF_ASSETS("a return", "gate matrix, return of assets; UNCAC art. 57");

        private final String what;
        private final String source;

        Gate(String what, String source) {
            this.what = what;
            this.source = source;
        }
    }

    /** What a step asks for, and on which day. */
    private record Asked(Gate gate, LocalDate day) {}

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
        return new CaseGround(number + 1, Optional.empty(), List.of(), Optional.empty());
    }

    public boolean isErased() {
        return agreedOn.isEmpty() && gates.isEmpty() && returnRule.isEmpty();
    }

    /**
     * Why what would happen is not recorded yet; empty where a case bears all of it.
     *
     * <p>An extension continues an order that was borne when it was recorded, and what ends an order needs no ground.
     */
    static Optional<Refusal> lackedBy(List<AssetEvent> events, Registered asset) {
        return events.stream()
                .flatMap(event -> askedBy(event, asset))
                .map(asked -> lacked(asked, asset.links()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Stream<Asked> askedBy(AssetEvent event, Registered asset) {
        return switch (event) {
            case RestraintRecorded(var order) -> askedBy(order);
            case OrderRecorded(var order) -> askedBy(order);
            case OrderChanged(var id, var change) -> asset.order(id).stream().flatMap(it -> askedBy(it, change));
            case FindingRecorded(var finding) -> askedBy(finding);
            // What waits for a second person is asked for already: nobody confirms what could not be recorded.
            case StepProposed(var proposal) ->
                switch (proposal.step()) {
                    case Step.OfAsset(var finding) -> askedBy(finding);
                    case Step.OfOrder(var id, var change) ->
                        asset.order(id).stream().flatMap(it -> askedBy(it, change));
                    case Step.OfMerger _ -> Stream.empty();
                    case Step.OfClaim _ -> Stream.empty();
                };
            case AssetEvent.AssetRegistered _,
                    AssetEvent.CaseNamed _,
                    AssetEvent.CaseLinked _,
                    AssetEvent.LinkedCaseClosed _,
                    AssetEvent.LinkedCaseReopened _,
                    AssetEvent.CaseUnlinked _,
                    AssetEvent.CaseGroundNoted _,
                    AssetEvent.IdentifierRecorded _,
                    AssetEvent.IdentifierCorrected _,
                    AssetEvent.PlaceRecorded _,
                    AssetEvent.PlaceCorrected _,
                    AssetEvent.AssetValued _,
                    AssetEvent.RestraintExtended _,
                    AssetEvent.RestraintDischarged _,
                    AssetEvent.RestraintLapsed _,
                    AssetEvent.RegisterEntryRecorded _,
                    AssetEvent.HearingRecorded _,
                    AssetEvent.UpkeepRecorded _,
                    AssetEvent.UpkeepPaid _,
                    AssetEvent.StepConfirmed _,
                    AssetEvent.StepRefused _,
                    AssetEvent.InterestRecorded _,
                    AssetEvent.InterestEnded _,
                    AssetEvent.InterestCorrected _,
                    AssetEvent.ClockChanged _,
                    AssetEvent.ClaimClockChanged _,
                    AssetEvent.PossibleDuplicateFound _,
                    AssetEvent.KeptApart _,
                    AssetEvent.MergingBegan _,
                    AssetEvent.AssetMerged _,
                    AssetEvent.SeparationBegan _,
                    AssetEvent.AssetSeparated _,
                    AssetEvent.MergerTakenBack _,
                    AssetEvent.OtherAnswered _,
                    AssetEvent.DistributionGapFound _,
                    AssetEvent.DistributionGapClosed _,
                    AssetEvent.ClaimFiled _,
                    AssetEvent.ClaimChanged _,
                    AssetEvent.AssetSplit _,
                    AssetEvent.PartTakenOver _,
                    AssetEvent.OrderCarriedOver _,
                    AssetEvent.ClaimCarriedOver _ -> Stream.empty();
        };
    }

    private static Stream<Asked> askedBy(Finding finding) {
        return switch (finding.kind()) {
            case DISPOSAL, REALISED -> Stream.of(new Asked(Gate.DISPOSAL, finding.on()));
            case RETURNED -> Stream.of(new Asked(Gate.RETURN_OF_ASSETS, finding.on()));
            case TRACED, DISTRIBUTION_AGREED, DISSIPATED, NOT_RECOVERABLE, AWARDED_TO_CLAIMANT, WITHDRAWN_ERROR ->
                Stream.empty();
        };
    }

    private static Stream<Asked> askedBy(CourtOrder order, OrderChange change) {
        return change.to() == OrderStatus.ISSUED ? askedBy(order.changed(change)) : Stream.empty();
    }

    /** A decision of a court asks for something; an application for one does not. */
    private static Stream<Asked> askedBy(CourtOrder order) {
        return order.issuedOn().stream()
                .flatMap(day -> Stream.concat(gateOf(order.kind()), gateOfEnforcing(order))
                        .map(gate -> new Asked(gate, day)));
    }

    private static Stream<Gate> gateOf(OrderKind kind) {
        return switch (kind) {
            case RESTRAINT, SEIZURE -> Stream.of(Gate.RESTRAINT);
            case INTERLOCUTORY_SALE -> Stream.of(Gate.DISPOSAL);
            case RETURN -> Stream.of(Gate.RETURN_OF_ASSETS);
            case CONFISCATION, VALUE_CONFISCATION, FOREIGN_ORDER -> Stream.empty();
        };
    }

    private static Stream<Gate> gateOfEnforcing(CourtOrder order) {
        return order.enforces().map(_ -> Gate.ENFORCE_FOREIGN_ORDER).stream();
    }

    private static Optional<Refusal> lacked(Asked asked, List<CaseLink> links) {
        var obstacles = new ArrayList<Obstacle>();
        for (var link : links) {
            var against = against(link, asked);
            if (against.isEmpty()) {
                return Optional.empty();
            }
            obstacles.addAll(against);
        }
        if (links.isEmpty()) {
            obstacles.add(Obstacle.of(
                    "CASE_MISSING", "cases", "The asset names no case that bears the step.", STRATEGY_SOURCE));
        }
        return Optional.of(new Refusal(AssetReason.STEP_WITHOUT_GROUND, obstacles));
    }

    private static List<Obstacle> against(CaseLink link, Asked asked) {
        var id = link.caseId().value();
        return switch (link.standing()) {
            case UNLINKED ->
                List.of(Obstacle.of(
                        "CASE_UNKNOWN", id, "Nothing is known yet of the case " + id + ".", asked.gate().source));
            case CASE_CLOSED ->
                List.of(Obstacle.of("CASE_CLOSED", id, "The case " + id + " is closed.", STRATEGY_SOURCE));
            case KNOWN ->
                link.ground()
                        .map(ground -> ground.against(id, asked))
                        .orElseGet(() -> List.of(Obstacle.of(
                                "GROUND_UNKNOWN",
                                id,
                                "The case " + id + " has not said yet that both sides agreed on recovery.",
                                STRATEGY_SOURCE)));
        };
    }

    private List<Obstacle> against(String caseId, Asked asked) {
        var day = asked.day();
        if (agreedOn.filter(since -> !day.isBefore(since)).isEmpty()) {
            return List.of(Obstacle.of(
                    "STRATEGY_NOT_AGREED",
                    caseId,
                    agreedOn.map(since -> "Both sides agreed on recovery in the case " + caseId + " on " + since
                                    + ", after the step of " + day + ".")
                            .orElse("Both sides have not agreed on recovery in the case " + caseId + "."),
                    STRATEGY_SOURCE));
        }
        var gate = gates.stream()
                .filter(days -> days.gate().equals(asked.gate().name()))
                .findFirst();
        if (gate.filter(days -> days.isMetOn(day)).isPresent()) {
            return List.of();
        }
        var missing = gate.map(GateDays::missing).orElse(List.of());
        return missing.isEmpty()
                ? List.of(Obstacle.of("CHECK_MISSING", caseId, notMetOn(asked, caseId, gate), asked.gate().source))
                : missing.stream()
                        .map(check -> Obstacle.of(
                                "CHECK_MISSING",
                                check,
                                "The case " + caseId + " lacks the check " + check + " for " + asked.gate().what + ".",
                                asked.gate().source))
                        .toList();
    }

    private static String notMetOn(Asked asked, String caseId, Optional<GateDays> gate) {
        return "The checks of the case " + caseId + " for " + asked.gate().what + " count from "
                + gate.flatMap(GateDays::from).map(LocalDate::toString).orElse("no day")
                + gate.flatMap(GateDays::through)
                        .map(last -> " through " + last)
                        .orElse("")
                + ", not on " + asked.day() + ".";
    }
}
