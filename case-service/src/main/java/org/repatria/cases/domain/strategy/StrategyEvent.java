package org.repatria.cases.domain.strategy;

import java.time.Instant;
import java.time.LocalDate;
import org.repatria.cases.domain.strategy.Strategy.Countersignature;
import org.repatria.cases.domain.strategy.Strategy.HeadApproval;

/** What can have happened to the strategy of a case. */
public sealed interface StrategyEvent {

    /** A version was proposed; any before it is superseded. */
    record StrategyProposed(Strategy strategy) implements StrategyEvent {}

    /** A legal officer stopped a version. */
    record StrategyVetoed(int number, String by, String reasons, Instant at) implements StrategyEvent {}

    /** The head of one side let a sensitive version be signed. */
    record StrategyApprovedByHead(int number, HeadApproval approval) implements StrategyEvent {}

    /** One state agreed. */
    record StrategyCountersigned(int number, Countersignature signature) implements StrategyEvent {}

    /** Both states agree; the day is the later of the two. */
    record StrategyAgreed(int number, LocalDate agreedOn, Instant at) implements StrategyEvent {}
}
