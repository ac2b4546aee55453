package org.repatria.cases.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.facts.HostOffence;
import org.repatria.cases.domain.facts.LimitationOpinion;
import org.repatria.cases.domain.facts.Offence;
import org.repatria.cases.domain.facts.Penalty;
import org.repatria.cases.domain.facts.Tolling;
import org.repatria.decider.input.Max;
import org.repatria.decider.input.Min;
import org.repatria.decider.input.Pattern;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;
import org.repatria.decider.input.Unfit;

/**
 * An offence; with {@code offenceId} the one recorded before is replaced.
 *
 * @param offenceId named by clocks, lists and events, and so by nobody's name
 * @param side by which state it is prosecuted: REQUESTING where it is left out, for what that state alleges; REQUESTED
 *     for an offence of the host state's own law
 * @param hostOffence what it is; goes with REQUESTED
 */
record OffenceBody(
        Optional<@Pattern(regexp = "(host-)?offence-[0-9a-z-]{1,40}") String> offenceId,
        @Size(min = 1, max = 300) String title,
        Optional<SideBody> side,
        Optional<HostOffence> hostOffence,
        Optional<@Printed @Size(max = 60) String> offenceClass,
        Optional<LocalDate> committedFrom,
        Optional<LocalDate> committedTo,
        Optional<PenaltyBody> maxPenaltyRequesting,
        Optional<PenaltyBody> maxPenaltyRequested,
        Optional<Ternary> dualCriminal,
        Optional<Ternary> penaltyOk,
        Optional<LocalDate> filedOn,
        Optional<Ternary> absconded,
        @Size(max = 50) List<TollingBody> tollings,
        @Size(max = 50) List<OpinionBody> opinions) {

    OffenceBody {
        if (isOfHost(side) != hostOffence.isPresent()) {
            throw new Unfit(
                    "hostOffence",
                    "HOST_OFFENCE",
                    "goes with \"side\": \"REQUESTED\", which says that it is an offence of the host state's own law");
        }
    }

    /** @param freshId makes the id of a new offence from how it begins */
    Offence offence(UnaryOperator<String> freshId) {
        return new Offence(
                offenceId.orElseGet(() -> freshId.apply(isOfHost(side) ? Offence.HOST_ID : "offence-")),
                title,
                hostOffence,
                offenceClass,
                committedFrom,
                committedTo,
                maxPenaltyRequesting.map(PenaltyBody::penalty),
                maxPenaltyRequested.map(PenaltyBody::penalty),
                dualCriminal.orElse(Ternary.UNKNOWN),
                penaltyOk.orElse(Ternary.UNKNOWN),
                filedOn,
                absconded.orElse(Ternary.UNKNOWN),
                tollings.stream()
                        .map(given ->
                                new Tolling(given.side().side(), given.rule(), given.from(), given.to(), given.holds()))
                        .toList(),
                opinions.stream()
                        .map(given -> new LimitationOpinion(
                                given.side().side(), given.rule(), given.applies(), given.reasons(), given.on()))
                        .toList());
    }

    private static boolean isOfHost(Optional<SideBody> side) {
        return side.filter(SideBody.REQUESTED::equals).isPresent();
    }

    /** The gravest penalty that a law threatens: one of the three. */
    record PenaltyBody(Optional<@Min(0) @Max(100) Integer> years, Optional<Boolean> life, Optional<Boolean> death) {
        PenaltyBody {
            var said = Stream.of(years.isPresent(), life.orElse(false), death.orElse(false));
            if (said.filter(it -> it).count() != 1) {
                throw new Unfit("", "PENALTY", "must be years, or life, or death");
            }
        }

        Penalty penalty() {
            if (death.orElse(false)) {
                return new Penalty.Death();
            }
            return life.orElse(false) ? new Penalty.ForLife() : new Penalty.Years(years.orElseThrow());
        }
    }

    /** A time during which limitation may rest in one state. */
    record TollingBody(
            SideBody side,
            @Printed @Size(min = 1, max = 60) String rule,
            LocalDate from,
            Optional<LocalDate> to,
            Ternary holds) {}

    /** What a legal officer holds on a rule of limitation. */
    record OpinionBody(
            SideBody side,
            @Printed @Size(min = 1, max = 60) String rule,
            Ternary applies,
            @Size(min = 1, max = 2000) String reasons,
            LocalDate on) {}

    /** One of the two states of the case. */
    enum SideBody {
        REQUESTING,
        REQUESTED;

        Side side() {
            return switch (this) {
                case REQUESTING -> Side.REQUESTING;
                case REQUESTED -> Side.REQUESTED;
            };
        }
    }
}
