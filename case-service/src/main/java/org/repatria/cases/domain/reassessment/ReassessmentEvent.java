package org.repatria.cases.domain.reassessment;

import java.time.Instant;
import java.util.List;

/** What happened to the re-assessment. */
public sealed interface ReassessmentEvent {

    /** What has changed concerns no case. */
    record LawSettled(KnownLaw law) implements ReassessmentEvent {}

    /** The cases between these states are assessed again. */
    record RoundBegun(KnownLaw law, List<String> relations, String by) implements ReassessmentEvent {}

    /** Another instance goes on. */
    record RoundTakenOver(String by, Instant at) implements ReassessmentEvent {}

    /** A page of cases is done. */
    record RoundAdvanced(String reached, long looked, long changed, Instant at) implements ReassessmentEvent {}

    /** The walk goes on from the first page. */
    record RoundRestarted(Instant at) implements ReassessmentEvent {}

    /** All cases concerned are in line with the law. */
    record RoundEnded(KnownLaw law, long looked, long changed, Instant at) implements ReassessmentEvent {}
}
