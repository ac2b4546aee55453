package org.repatria.assets.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One line of a table of steps: who takes one, what must be said, and who must agree.
 *
 * @param from any of these is left; empty where the step is a beginning
 * @param kinds of which orders it holds
 * @param by roles, any of which takes the step or proposes it
 * @param confirmedBy roles, another person of any of which confirms it; empty where one person is enough
 * @param through the operation that takes this step in place of a plain one
 * @param source the legal or policy source
 */
public record Line<S extends Enum<S>>(
        Set<S> from,
        S to,
        Set<OrderKind> kinds,
        Set<String> by,
        Set<String> confirmedBy,
        List<Need> needs,
        Optional<String> through,
        String source) {

    public Line {
        from = Set.copyOf(from);
        kinds = Set.copyOf(kinds);
        by = Set.copyOf(by);
        confirmedBy = Set.copyOf(confirmedBy);
        needs = List.copyOf(needs);
    }

    static <S extends Enum<S>> Line<S> to(S to) {
        return new Line<>(
                Set.of(), to, EnumSet.allOf(OrderKind.class), Set.of(), Set.of(), List.of(), Optional.empty(), "");
    }

    Line<S> leaving(Set<S> states) {
        return new Line<>(states, to, kinds, by, confirmedBy, needs, through, source);
    }

    Line<S> of(OrderKind... some) {
        return new Line<>(from, to, Set.of(some), by, confirmedBy, needs, through, source);
    }

    Line<S> by(String... roles) {
        return new Line<>(from, to, kinds, Set.of(roles), confirmedBy, needs, through, source);
    }

    Line<S> confirmedBy(String... roles) {
        return new Line<>(from, to, kinds, by, Set.of(roles), needs, through, source);
    }

    Line<S> needs(Need... wanted) {
        return new Line<>(from, to, kinds, by, confirmedBy, List.of(wanted), through, source);
    }

    Line<S> through(String operation) {
        return new Line<>(from, to, kinds, by, confirmedBy, needs, Optional.of(operation), source);
    }

    Line<S> source(String text) {
        return new Line<>(from, to, kinds, by, confirmedBy, needs, through, text);
    }

    /** The first thing that is not said; empty where all is. */
    Optional<Need> missing(Particulars said) {
        return needs.stream().filter(need -> !need.isSaid(said)).findFirst();
    }

    /** What a step may need. */
    public enum Need {
        COURT_REFERENCE("courtReference", "The reference of the court's decision is needed."),
        PAPER("paper", "The document that shows it is needed."),
        REASON("reason", "A reason is needed."),
        ENDS_ON("endsOn", "The last day of the order is needed."),
        ZONE("zone", "The time zone of the court is needed, in which the last day is counted."),
        NOTIFIED("notified", "It is needed which holders were notified, and where it was published."),
        SERVED_ON("servedOn", "The interest of whoever was served is needed."),
        SERVED_HOW("servedHow", "It is needed how it was served."),
        REQUESTING_STATE_HEARD(
                "requestingStateHeardOn",
                "Before a measure is lifted the requesting state is heard (UNCAC art. 55(8)), unless a court orders it."),
        REPLACED_BY("replacedBy", "The order that stands in its place is needed."),
        AMOUNT("amount", "The amount is needed."),
        SCREENED(
                "screened",
                "It is needed how the buyer (none of the subject, family, nominees or staff) or the account that is "
                        + "paid to (by diplomatic channel, against sanctions) was checked."),
        AWARD("share", "The share or the amount that the claimant gets is needed."),
        DISTRIBUTION("distribution", "It is needed who gets what, each with the amount.");

        private final String field;
        private final String demand;

        Need(String field, String demand) {
            this.field = field;
            this.demand = demand;
        }

        /** The particular that says it. */
        public String field() {
            return field;
        }

        String demand() {
            return demand;
        }

        boolean isSaid(Particulars said) {
            return switch (this) {
                case COURT_REFERENCE -> said.courtReference().isPresent();
                case PAPER -> said.paper().isPresent();
                case REASON -> said.reason().isPresent();
                case ENDS_ON -> said.endsOn().isPresent();
                case ZONE -> said.zone().isPresent();
                case NOTIFIED -> said.notified().isPresent();
                case SERVED_ON -> said.servedOn().isPresent();
                case SERVED_HOW -> said.servedHow().isPresent();
                case REQUESTING_STATE_HEARD -> said.requestingStateHeardOn().isPresent();
                case REPLACED_BY -> said.replacedBy().isPresent();
                case AMOUNT -> said.amount().isPresent();
                case SCREENED -> said.screened().isPresent();
                case AWARD -> said.share().isPresent() || said.amount().isPresent();
                case DISTRIBUTION -> said.distribution().isPresent();
            };
        }
    }
}
