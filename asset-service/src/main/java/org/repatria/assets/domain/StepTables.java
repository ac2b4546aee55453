package org.repatria.assets.domain;

import static org.repatria.assets.domain.Line.Need.AMOUNT;
import static org.repatria.assets.domain.Line.Need.AWARD;
import static org.repatria.assets.domain.Line.Need.COURT_REFERENCE;
import static org.repatria.assets.domain.Line.Need.DISTRIBUTION;
import static org.repatria.assets.domain.Line.Need.ENDS_ON;
import static org.repatria.assets.domain.Line.Need.NOTIFIED;
import static org.repatria.assets.domain.Line.Need.PAPER;
import static org.repatria.assets.domain.Line.Need.REASON;
import static org.repatria.assets.domain.Line.Need.REPLACED_BY;
import static org.repatria.assets.domain.Line.Need.REQUESTING_STATE_HEARD;
import static org.repatria.assets.domain.Line.Need.SCREENED;
import static org.repatria.assets.domain.Line.Need.SERVED_HOW;
import static org.repatria.assets.domain.Line.Need.SERVED_ON;
import static org.repatria.assets.domain.Line.Need.ZONE;
import static org.repatria.assets.domain.OrderKind.CONFISCATION;
import static org.repatria.assets.domain.OrderKind.FOREIGN_ORDER;
import static org.repatria.assets.domain.OrderKind.INTERLOCUTORY_SALE;
import static org.repatria.assets.domain.OrderKind.RESTRAINT;
import static org.repatria.assets.domain.OrderKind.RETURN;
import static org.repatria.assets.domain.OrderKind.SEIZURE;
import static org.repatria.assets.domain.OrderKind.VALUE_CONFISCATION;
import static org.repatria.assets.domain.OrderStatus.APPLIED;
import static org.repatria.assets.domain.OrderStatus.DISCHARGED;
import static org.repatria.assets.domain.OrderStatus.EXPIRED;
import static org.repatria.assets.domain.OrderStatus.EXTENDED;
import static org.repatria.assets.domain.OrderStatus.FINAL;
import static org.repatria.assets.domain.OrderStatus.ISSUED;
import static org.repatria.assets.domain.OrderStatus.PARTLY_SATISFIED;
import static org.repatria.assets.domain.OrderStatus.PUBLISHED;
import static org.repatria.assets.domain.OrderStatus.REFUSED;
import static org.repatria.assets.domain.OrderStatus.REPLACED;
import static org.repatria.assets.domain.OrderStatus.SATISFIED;
import static org.repatria.assets.domain.OrderStatus.SERVED;
import static org.repatria.assets.domain.OrderStatus.VARIED;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The life of court orders and claims, and every finding on an asset, as tables. A court's act is recorded by one
 * officer with the reference of the decision; what the authority decides by itself takes two people.
 */
public final class StepTables {

    private static final Set<OrderStatus> RUNNING = Set.of(ISSUED, SERVED, PUBLISHED, VARIED);
    private static final Set<OrderStatus> BINDING = Set.of(ISSUED, SERVED, PUBLISHED, VARIED, FINAL, PARTLY_SATISFIED);

    /** The life of an order; a line without a state to leave begins one. */
    public static final List<Line<OrderStatus>> ORDERS = List.of(
            Line.to(APPLIED)
                    .of(RESTRAINT, SEIZURE, INTERLOCUTORY_SALE, RETURN)
                    .by("LO")
                    .needs(PAPER)
                    .source("lifecycle of the asset; UNCAC arts 31(2), 54(2), 57"),
            Line.to(APPLIED)
                    .of(CONFISCATION, VALUE_CONFISCATION, FOREIGN_ORDER)
                    .by("LO")
                    .needs(PAPER, NOTIFIED)
                    .source("lifecycle of the asset, forfeiture pending; UNCAC arts 31, 54(1), 55(1), 55(9)"),
            Line.to(ISSUED)
                    .of(RESTRAINT)
                    .by("CO", "LO")
                    .needs(COURT_REFERENCE, ENDS_ON, ZONE)
                    .source("lifecycle of the asset, restrained; UNCAC arts 31(2), 54(2)"),
            Line.to(ISSUED)
                    .of(SEIZURE, CONFISCATION, FOREIGN_ORDER, INTERLOCUTORY_SALE, RETURN)
                    .by("CO", "LO")
                    .needs(COURT_REFERENCE)
                    .source("lifecycle of the asset; UNCAC arts 31, 54, 57"),
            Line.to(ISSUED)
                    .of(VALUE_CONFISCATION)
                    .by("CO", "LO")
                    .needs(COURT_REFERENCE, AMOUNT)
                    .source("lifecycle of the asset; UNCAC art. 31(1)(a), value"),
            Line.to(REFUSED)
                    .leaving(Set.of(APPLIED))
                    .by("CO", "LO")
                    .needs(COURT_REFERENCE, REASON)
                    .source("lifecycle of the order"),
            Line.to(ISSUED)
                    .leaving(Set.of(APPLIED))
                    .of(RESTRAINT)
                    .by("CO", "LO")
                    .needs(COURT_REFERENCE, ENDS_ON, ZONE)
                    .source("lifecycle of the asset, restrained on application; UNCAC arts 31(2), 54(2)"),
            Line.to(ISSUED)
                    .leaving(Set.of(APPLIED))
                    .of(SEIZURE, CONFISCATION, FOREIGN_ORDER, INTERLOCUTORY_SALE, RETURN)
                    .by("CO", "LO")
                    .needs(COURT_REFERENCE)
                    .source("lifecycle of the asset; UNCAC arts 31, 54, 57"),
            Line.to(ISSUED)
                    .leaving(Set.of(APPLIED))
                    .of(VALUE_CONFISCATION)
                    .by("CO", "LO")
                    .needs(COURT_REFERENCE, AMOUNT)
                    .source("lifecycle of the asset; UNCAC art. 31(1)(a), value"),
            Line.to(SERVED)
                    .leaving(RUNNING)
                    .by("CO", "LO")
                    .needs(SERVED_ON, SERVED_HOW)
                    .source("lifecycle of the asset, notice to each holder; UNCAC arts 31(9), 55(9)"),
            Line.to(PUBLISHED)
                    .leaving(RUNNING)
                    .of(SEIZURE, CONFISCATION)
                    .by("CO", "LO")
                    .needs(PAPER, NOTIFIED)
                    .source("lifecycle of the asset, publication; UNCAC arts 31(9), 55(9)"),
            Line.to(VARIED)
                    .leaving(RUNNING)
                    .by("CO", "LO")
                    .needs(COURT_REFERENCE, REASON)
                    .source("lifecycle of the asset, variation with its carve-outs"),
            Line.to(EXTENDED)
                    .leaving(RUNNING)
                    .of(RESTRAINT, SEIZURE)
                    .by("CO", "LO")
                    .needs(COURT_REFERENCE, ENDS_ON)
                    .through("extendRestraint")
                    .source("lifecycle of the asset, extension"),
            Line.to(REPLACED)
                    .leaving(RUNNING)
                    .by("CO", "LO")
                    .needs(COURT_REFERENCE, REPLACED_BY)
                    .source("lifecycle of the asset, replacement"),
            Line.to(EXPIRED)
                    .leaving(RUNNING)
                    .of(RESTRAINT, SEIZURE)
                    .by("LO")
                    .needs(REQUESTING_STATE_HEARD)
                    .source("lifecycle of the asset, lapse confirmed from the court record; UNCAC art. 55(8)"),
            Line.to(DISCHARGED)
                    .leaving(BINDING)
                    .by("CO", "LO")
                    .needs(COURT_REFERENCE, REASON)
                    .source("lifecycle of the asset, release or reversal by a court; UNCAC art. 55(8)"),
            Line.to(DISCHARGED)
                    .leaving(RUNNING)
                    .of(RESTRAINT, SEIZURE)
                    .by("LO")
                    .confirmedBy("SU")
                    .needs(REASON, REQUESTING_STATE_HEARD)
                    .source("lifecycle of the asset, release by LO + SU; UNCAC art. 55(8)"),
            Line.to(FINAL)
                    .leaving(RUNNING)
                    .of(CONFISCATION, VALUE_CONFISCATION, FOREIGN_ORDER, RETURN)
                    .by("CO", "LO")
                    .needs(PAPER)
                    .source("lifecycle of the asset, windows for appeal and claims closed"),
            Line.to(PARTLY_SATISFIED)
                    .leaving(Set.of(FINAL, PARTLY_SATISFIED))
                    .of(VALUE_CONFISCATION, FOREIGN_ORDER, RETURN)
                    .by("CO", "LO")
                    .needs(PAPER, AMOUNT)
                    .source("lifecycle of the order; UNCAC art. 55(1)"),
            Line.to(SATISFIED)
                    .leaving(Set.of(FINAL, PARTLY_SATISFIED))
                    .of(CONFISCATION, VALUE_CONFISCATION, FOREIGN_ORDER, RETURN)
                    .by("CO", "LO")
                    .needs(PAPER)
                    .source("lifecycle of the order; UNCAC arts 55(1), 57"),
            Line.to(SATISFIED)
                    .leaving(RUNNING)
                    .of(INTERLOCUTORY_SALE)
                    .by("CO", "LO")
                    .needs(PAPER)
                    .source("lifecycle of the asset, interlocutory sale; what it brought takes its place"));

    /** Findings on an asset, by the state that it is in on the day of the finding. */
    public static final List<Line<Finding.Kind>> FINDINGS = List.of(
            Line.to(Finding.Kind.TRACED)
                    .by("AN", "CO", "AM")
                    .confirmedBy("LO")
                    .needs(PAPER, REASON)
                    .source("lifecycle of the asset, link to the person or the offence documented; UNCAC art. 51"),
            Line.to(Finding.Kind.DISPOSAL)
                    .by("AM")
                    .confirmedBy("SU")
                    .needs(PAPER)
                    .source("lifecycle of the asset, disposal after confiscation for good"),
            Line.to(Finding.Kind.REALISED)
                    .by("AM")
                    .confirmedBy("SU")
                    .needs(PAPER, AMOUNT, SCREENED)
                    .source("lifecycle of the asset, sale price by AM + SU; buyer screened"),
            Line.to(Finding.Kind.DISTRIBUTION_AGREED)
                    .by("LO", "AM")
                    .confirmedBy("HD")
                    .needs(PAPER, REASON, DISTRIBUTION)
                    .source("lifecycle of the asset, agreement of both heads; UNCAC art. 57(3), (5)"),
            Line.to(Finding.Kind.RETURNED)
                    .by("AM")
                    .confirmedBy("SU")
                    .needs(PAPER, AMOUNT, SCREENED)
                    .source("lifecycle of the asset, paid by AM + SU to a verified account; UNCAC art. 57"),
            Line.to(Finding.Kind.DISSIPATED)
                    .by("LO")
                    .confirmedBy("AM")
                    .needs(PAPER, REASON)
                    .source("lifecycle of the asset, exits by LO + AM"),
            Line.to(Finding.Kind.DISSIPATED)
                    .by("AM")
                    .confirmedBy("LO")
                    .needs(PAPER, REASON)
                    .source("lifecycle of the asset, exits by LO + AM"),
            Line.to(Finding.Kind.NOT_RECOVERABLE)
                    .by("LO")
                    .confirmedBy("AM")
                    .needs(PAPER, REASON)
                    .source("lifecycle of the asset, exits by LO + AM"),
            Line.to(Finding.Kind.NOT_RECOVERABLE)
                    .by("AM")
                    .confirmedBy("LO")
                    .needs(PAPER, REASON)
                    .source("lifecycle of the asset, exits by LO + AM"),
            Line.to(Finding.Kind.AWARDED_TO_CLAIMANT)
                    .by("CO", "LO")
                    .needs(COURT_REFERENCE)
                    .through("changeClaim")
                    .source("lifecycle of the asset, claim upheld in full; UNCAC arts 31(9), 57(3)(c)"),
            Line.to(Finding.Kind.WITHDRAWN_ERROR)
                    .by("LO")
                    .confirmedBy("SU")
                    .needs(REASON)
                    .source("lifecycle of the asset, identity error by LO + SU"));

    private static final Set<ClaimStatus> HEARD = Set.of(ClaimStatus.ADMITTED, ClaimStatus.UNDER_APPEAL);

    /** The life of a claim; a line without a state to leave begins one. */
    public static final List<Line<ClaimStatus>> CLAIMS = List.of(
            Line.to(ClaimStatus.FILED)
                    .by("CO", "LO")
                    .needs(PAPER)
                    .source("lifecycle of the claim; UNCAC arts 31(9), 55(9), 57(3)(c)"),
            Line.to(ClaimStatus.ADMITTED)
                    .leaving(Set.of(ClaimStatus.FILED, ClaimStatus.UNDER_APPEAL))
                    .by("CO", "LO")
                    .needs(COURT_REFERENCE)
                    .source("lifecycle of the claim, heard, or sent back to be heard; UNCAC art. 55(9)"),
            Line.to(ClaimStatus.REJECTED)
                    .leaving(Set.of(ClaimStatus.FILED, ClaimStatus.UNDER_APPEAL))
                    .by("CO", "LO")
                    .needs(COURT_REFERENCE, REASON)
                    .source("lifecycle of the claim, late or without standing"),
            Line.to(ClaimStatus.SETTLED)
                    .leaving(Set.of(ClaimStatus.FILED, ClaimStatus.ADMITTED, ClaimStatus.UNDER_APPEAL))
                    .by("LO")
                    .confirmedBy("SU")
                    .needs(PAPER, AWARD)
                    .source("roles, claims: LO proposes and SU approves a settlement"),
            Line.to(ClaimStatus.UPHELD_FULL)
                    .leaving(HEARD)
                    .by("CO", "LO")
                    .needs(COURT_REFERENCE)
                    .source("lifecycle of the asset, claim upheld in full; UNCAC arts 31(9), 57(3)(c)"),
            Line.to(ClaimStatus.UPHELD_PART)
                    .leaving(HEARD)
                    .by("CO", "LO")
                    .needs(COURT_REFERENCE, AWARD)
                    .source("lifecycle of the asset, partial award; UNCAC arts 31(9), 57(3)(c)"),
            Line.to(ClaimStatus.DISMISSED)
                    .leaving(HEARD)
                    .by("CO", "LO")
                    .needs(COURT_REFERENCE, REASON)
                    .source("lifecycle of the claim"),
            Line.to(ClaimStatus.UNDER_APPEAL)
                    .leaving(Set.of(
                            ClaimStatus.REJECTED,
                            ClaimStatus.UPHELD_FULL,
                            ClaimStatus.UPHELD_PART,
                            ClaimStatus.DISMISSED))
                    .by("CO", "LO")
                    .needs(PAPER)
                    .source("lifecycle of the claim, appeal of the claimant or of the authority"),
            Line.to(ClaimStatus.PAID)
                    .leaving(Set.of(ClaimStatus.SETTLED, ClaimStatus.UPHELD_FULL, ClaimStatus.UPHELD_PART))
                    .by("AM")
                    .confirmedBy("SU")
                    .needs(PAPER)
                    .source("roles, payment release: AM proposes and SU signs; receipt of the claimant"));

    private StepTables() {}

    /** The lines that begin an order. */
    static List<Line<OrderStatus>> beginning(OrderKind kind, OrderStatus to) {
        return ofOrders(kind, to).filter(line -> line.from().isEmpty()).toList();
    }

    /** The lines by which an order goes on. */
    static List<Line<OrderStatus>> between(OrderKind kind, OrderStatus from, OrderStatus to) {
        return ofOrders(kind, to).filter(line -> line.from().contains(from)).toList();
    }

    static List<Line<Finding.Kind>> of(Finding.Kind kind) {
        return FINDINGS.stream().filter(line -> line.to() == kind).toList();
    }

    private static Stream<Line<OrderStatus>> ofOrders(OrderKind kind, OrderStatus to) {
        return ORDERS.stream().filter(line -> line.to() == to && line.kinds().contains(kind));
    }

    /** The lines that begin a claim. */
    static List<Line<ClaimStatus>> beginningClaim() {
        return CLAIMS.stream().filter(line -> line.from().isEmpty()).toList();
    }

    /** The lines by which a claim goes on. */
    static List<Line<ClaimStatus>> between(ClaimStatus from, ClaimStatus to) {
        return CLAIMS.stream()
                .filter(line -> line.to() == to && line.from().contains(from))
                .toList();
    }
}
