package org.repatria.cases.domain.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.access.NamedOfficer;
import org.repatria.cases.domain.strategy.Strategy.Choice;

/** What may be asked of the strategy of a case. */
public sealed interface StrategyCommand {

    /** A new version, in place of the one before. */
    record ProposeStrategy(
            List<Choice> pathways,
            Optional<PathwayKind> fallback,
            String reasons,
            NamedOfficer responsibleOfficer,
            NamedOfficer safeguardsOwner,
            LocalDate reviewOn,
            boolean sensitive)
            implements StrategyCommand {
        public ProposeStrategy {
            pathways = List.copyOf(pathways);
        }
    }

    /** A legal officer stops a proposed version for reasons of law. */
    record VetoStrategy(int number, String reasons) implements StrategyCommand {}

    /** The head lets a politically sensitive version be signed on the head's own side. */
    record ApproveSensitive(int number, String reasons) implements StrategyCommand {}

    /** One state agrees, at a meeting or by an exchange of notes. */
    record Countersign(int number, String reference, LocalDate agreedOn, Optional<String> dissent)
            implements StrategyCommand {}
}
