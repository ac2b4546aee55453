package org.repatria.cases.domain.strategy;

import static org.repatria.cases.domain.CaseReason.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.access.NamedOfficer;
import org.repatria.cases.domain.strategy.Strategy.Choice;
import org.repatria.decider.input.InPath;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;

/** What may be asked of the strategy of a case. */
@RefusedFor({CASE_ON_HOLD, CASE_UNDER_CHALLENGE, CASE_CLOSED})
public sealed interface StrategyCommand {

    /** A new version, in place of the one before. */
    @RefusedFor({STRATEGY_NOT_PROPOSABLE, CASE_NOT_ACCEPTED_YET})
    record ProposeStrategy(
            @Size(min = 1, max = 10) List<Choice> pathways,
            Optional<PathwayKind> fallback,
            @Size(min = 1, max = 4000) String reasons,
            @Printed @Size(min = 1, max = 100) NamedOfficer responsibleOfficer,
            @Printed @Size(min = 1, max = 100) NamedOfficer safeguardsOwner,
            LocalDate reviewOn,
            Optional<Boolean> sensitive)
            implements StrategyCommand {
        public ProposeStrategy {
            pathways = List.copyOf(pathways);
        }
    }

    /** What is said of one version. */
    @RefusedFor({STRATEGY_NOT_FOUND, STRATEGY_NOT_OPEN})
    sealed interface OnVersion extends StrategyCommand {

        int number();
    }

    /** What is said of one version with reasons. */
    sealed interface WithReasons extends OnVersion {

        Optional<String> reasons();

        default String why() {
            return reasons().orElse("");
        }
    }

    /** A legal officer stops a proposed version for reasons of law. */
    @RefusedFor(STRATEGY_NOT_VETOABLE)
    record VetoStrategy(@InPath int number, Optional<@Size(max = 4000) String> reasons) implements WithReasons {}

    /** The head lets a politically sensitive version be signed on the head's own side. */
    @RefusedFor(STRATEGY_NOT_APPROVABLE)
    record ApproveSensitiveStrategy(@InPath int number, Optional<@Size(max = 4000) String> reasons)
            implements WithReasons {}

    /** One state agrees, at a meeting or by an exchange of notes. */
    @RefusedFor(STRATEGY_NOT_SIGNABLE)
    record CountersignStrategy(
            @InPath int number,
            @Printed @Size(min = 1, max = 300) String reference,
            LocalDate agreedOn,
            Optional<@Size(max = 2000) String> dissent)
            implements OnVersion {}
}
