package org.repatria.cases.domain.sharing;

import static org.repatria.cases.domain.CaseReason.*;
import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.clocks.ClockSetting;
import org.repatria.cases.domain.law.Officer;
import org.repatria.cases.domain.safeguards.Signature;
import org.repatria.cases.domain.sharing.GrantCommand.BreakGlass;
import org.repatria.cases.domain.sharing.GrantCommand.GrantCompartment;
import org.repatria.cases.domain.sharing.GrantCommand.WithdrawGrant;
import org.repatria.cases.domain.sharing.GrantEvent.CompartmentGranted;
import org.repatria.cases.domain.sharing.GrantEvent.GlassBroken;
import org.repatria.cases.domain.sharing.GrantEvent.GrantWithdrawn;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.Happened;
import org.repatria.decider.Decision;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Refusal;
import org.repatria.decider.text.VisibleText;

/** Who opens a compartment to whom, and for how long. */
final class GrantDecider {

    /** INVARIANT: the host state alone opens its compartments; the other gets a disclosure or nothing. */
    private static final List<Officer> MAY_GRANT = List.of(Officer.parse("HS-SU"), Officer.parse("HS-HD"));

    private static final String LONGEST_GRANT = "CLK-POL-COMPARTMENT-GRANT";

    private static final String GLASS = "CLK-POL-BREAK-GLASS";

    private GrantDecider() {}

    static Decision<SharingEvent> decide(GrantCommand command, Disclosures state, SharingSetting around) {
        return switch (command) {
            case GrantCompartment c -> grant(c, state, around);
            case WithdrawGrant c -> withdraw(c, state, around);
            case BreakGlass c -> breakGlass(c, state, around);
        };
    }

    static Disclosures evolve(Disclosures state, GrantEvent event) {
        return switch (event) {
            case CompartmentGranted e -> state.with(e.grant());
            case GlassBroken e -> state.with(e.grant());
            case GrantWithdrawn e -> state.withoutGrant(e.grantId());
        };
    }

    private static Decision<SharingEvent> grant(GrantCompartment c, Disclosures state, SharingSetting around) {
        var known = state.grant(c.grantId());
        if (known.isPresent()) {
            return known.filter(grant -> isGrantOf(grant, c, around)).isPresent()
                    ? nothingToDo()
                    : refuse(Refusal.of(GRANT_EXISTS));
        }
        return superior(around)
                .or(() -> oneself(c, around))
                .or(() -> conflict(around.occasion().by().id(), around))
                .or(() -> conflict(c.officer().id(), around))
                .or(() -> incomplete(c, around))
                .or(() -> room(state, around))
                .<Decision<SharingEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new CompartmentGranted(new CompartmentGrant(
                        c.grantId(),
                        c.officer().id(),
                        c.compartment(),
                        Signature.of(around.occasion(), c.reasons()),
                        endOf(c.lastDay()),
                        false))));
    }

    private static Decision<SharingEvent> withdraw(WithdrawGrant c, Disclosures state, SharingSetting around) {
        var inForce = state.grant(c.grantId())
                .filter(grant -> grant.isInForceAt(around.occasion().at()));
        if (inForce.isEmpty()) {
            return refuse(Refusal.of(GRANT_NOT_FOUND));
        }
        return superior(around)
                .or(() -> reasons(c.reasons().orElse("")))
                .<Decision<SharingEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new GrantWithdrawn(
                        c.grantId(), Signature.of(around.occasion(), c.reasons().orElse("")))));
    }

    private static Decision<SharingEvent> breakGlass(BreakGlass c, Disclosures state, SharingSetting around) {
        var officer = around.occasion().by().id();
        var known = state.grant(c.grantId());
        if (known.isPresent()) {
            return known.filter(grant -> grant.grant().equals(new Grant(officer, c.compartment()))
                                    && grant.signature().saysTheSameAs(Signature.of(around.occasion(), c.reasons())))
                            .isPresent()
                    ? nothingToDo()
                    : refuse(Refusal.of(GRANT_EXISTS));
        }
        return outsider(c, around)
                .or(() -> conflict(officer, around))
                .or(() -> reasons(c.reasons()))
                .or(() -> open(c, state, around))
                .or(() -> room(state, around))
                .<Decision<SharingEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new GlassBroken(new CompartmentGrant(
                        c.grantId(),
                        officer,
                        c.compartment(),
                        Signature.of(around.occasion(), c.reasons()),
                        around.occasion().at().plus(period(rule(GLASS, around))),
                        true))));
    }

    private static boolean isGrantOf(CompartmentGrant known, GrantCompartment c, SharingSetting around) {
        return known.grant().equals(new Grant(c.officer().id(), c.compartment()))
                && known.until().equals(endOf(c.lastDay()))
                && known.signature().saysTheSameAs(Signature.of(around.occasion(), c.reasons()));
    }

    private static Optional<Refusal> superior(SharingSetting around) {
        return MAY_GRANT.stream()
                        .anyMatch(officer -> officer.is(around.occasion().by(), around.relation()))
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        WRONG_OFFICER,
                        Obstacle.of(
                                "WRONG_OFFICER",
                                "compartment",
                                "The supervisor or the head of the host state opens and closes compartments.",
                                "need to know")));
    }

    private static Optional<Refusal> outsider(BreakGlass c, SharingSetting around) {
        return Compartments.mayBreakGlass(around.occasion().by(), around.relation(), c.compartment())
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        WRONG_OFFICER,
                        Obstacle.of(
                                "WRONG_OFFICER",
                                "compartment",
                                "This compartment opens to certain roles of the host state only.",
                                "roles and permissions")));
    }

    private static Optional<Refusal> oneself(GrantCompartment c, SharingSetting around) {
        return c.officer().id().equals(around.occasion().by().id())
                ? Optional.of(Refusal.of(
                        GRANT_TO_ONESELF,
                        Obstacle.of(
                                "GRANT_TO_ONESELF",
                                "officer",
                                "Nobody grants to themselves; in an emergency the glass is broken.",
                                "roles and permissions")))
                : Optional.empty();
    }

    private static Optional<Refusal> conflict(String person, SharingSetting around) {
        return around.safeguards().conflicts().hasConflict(person)
                ? Optional.of(Refusal.of(
                        CONFLICT_OF_INTEREST,
                        Obstacle.of(
                                "CONFLICT_OF_INTEREST",
                                "officer",
                                "To a person with a conflict of interest, and by one, nothing is opened.",
                                "SG-25")))
                : Optional.empty();
    }

    private static Optional<Refusal> incomplete(GrantCompartment c, SharingSetting around) {
        var missing = new ArrayList<Obstacle>();
        if (!Compartments.mayBeOpenedTo(c.officer(), around.relation(), c.compartment())) {
            missing.add(Obstacle.of(
                    "OFFICER_UNKNOWN",
                    "officer",
                    "No officer to whom this compartment can be opened is known under this id.",
                    "roles and permissions"));
        }
        if (VisibleText.isBlank(c.reasons())) {
            missing.add(Obstacle.of("REASONS_REQUIRED", "reasons", "A compartment is opened with reasons only."));
        }
        var rule = rule(LONGEST_GRANT, around);
        var latest = ClockSetting.lastDay(
                rule, new Happened.At(around.occasion().at(), ZoneOffset.UTC), around.relation(), around.occasion());
        if (c.lastDay().isBefore(around.occasion().today()) || c.lastDay().isAfter(latest)) {
            missing.add(Obstacle.of(
                    "GRANT_PERIOD",
                    "lastDay",
                    "The last day is today or later, and not after " + latest + ".",
                    rule.source()));
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(new Refusal(GRANT_INCOMPLETE, missing));
    }

    private static Optional<Refusal> reasons(String reasons) {
        return VisibleText.isBlank(reasons)
                ? Optional.of(Refusal.of(
                        GRANT_INCOMPLETE,
                        Obstacle.of("REASONS_REQUIRED", "reasons", "This is done with reasons only.")))
                : Optional.empty();
    }

    private static Optional<Refusal> open(BreakGlass c, Disclosures state, SharingSetting around) {
        var wanted = new Grant(around.occasion().by().id(), c.compartment());
        return state.grantsAt(around.occasion().at()).contains(wanted)
                ? Optional.of(Refusal.of(GRANT_IN_FORCE))
                : Optional.empty();
    }

    private static Optional<Refusal> room(Disclosures state, SharingSetting around) {
        return state.grantsAt(around.occasion().at()).size() < Disclosures.GRANTS_MAX
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        SHARING_FULL,
                        Obstacle.of(
                                "SHARING_FULL",
                                "grants",
                                "A case has no more than " + Disclosures.GRANTS_MAX + " grants in force.")));
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static ClockRule rule(String id, SharingSetting around) {
        return around.occasion()
                .rules()
                .clockRule(id, around.occasion().today())
                .orElseThrow(() -> new IllegalStateException("the reference data has no " + id));
    }

    private static Duration period(ClockRule rule) {
        return switch (rule.unit()) {
            case HOUR -> Duration.ofHours(rule.amount());
            case CAL_DAY -> Duration.ofDays(rule.amount());
            case BUS_DAY, CAL_MONTH, YEAR ->
                throw new IllegalStateException(rule.id() + " is counted in hours or days of the calendar");
        };
    }
}
