package org.repatria.cases.domain.casefile;

import java.util.List;
import org.repatria.cases.domain.Obstacle;
import org.repatria.policy.Verdict;

/** The fact that stands in the way of a command. */
public sealed interface CaseRefusal {

    /** A stable code for the outside. */
    String code();

    /** A fact that needs no further words. */
    enum Fact implements CaseRefusal {
        CASE_NOT_FOUND,
        CASE_ALREADY_EXISTS,
        CASE_CLOSED,
        CASE_ERASED,
        CASE_ON_HOLD,
        CASE_NOT_ON_HOLD,
        CASE_NOT_SUBMITTED,
        CASE_AWAITS_INFORMATION,
        CASE_AWAITS_NO_INFORMATION,
        GAPS_REQUIRED,
        ANSWER_REQUIRED,
        GAP_UNKNOWN,
        OUTCOME_NEEDS_PATHWAY,
        /** Nobody known, of another state, or without an office that works on cases: the three are one answer. */
        ASSIGNEE_UNKNOWN,
        /** The case is not accepted yet, so there is nothing to do on it. */
        CASE_NOT_ACCEPTED_YET,
        /** Screening is over. */
        CASE_PAST_SCREENING,
        CASE_UNDER_CHALLENGE,
        CASE_RESOLVED,
        /** To the other state: it cannot be done now, for a reason that is not told. */
        CASE_NOT_AVAILABLE,
        /** An accepted case is closed by two persons, after it is resolved. */
        CLOSING_NEEDS_TWO;

        @Override
        public String code() {
            return name();
        }
    }

    /** The file lacks what screening needs. */
    record SubmissionIncomplete(List<Missing> missing) implements CaseRefusal {
        public SubmissionIncomplete {
            missing = List.copyOf(missing);
        }

        @Override
        public String code() {
            return "SUBMISSION_INCOMPLETE";
        }
    }

    /**
     * A part of the dossier stands in the way.
     *
     * @param code of the part's own refusals, such as {@code MOVE_BLOCKED}
     * @param obstacles everything that stands in the way
     */
    record Blocked(String code, List<Obstacle> obstacles) implements CaseRefusal {
        public Blocked {
            obstacles = List.copyOf(obstacles);
        }

        static Blocked by(Enum<?> fact, List<Obstacle> obstacles) {
            return new Blocked(fact.name(), obstacles);
        }
    }

    /**
     * Not for who asks, or not there for who asks.
     *
     * @param verdict anything but {@link Verdict#ALLOWED}
     */
    record NotFor(Verdict verdict) implements CaseRefusal {
        @Override
        public String code() {
            return "NOT_FOR_ACTOR";
        }
    }

    /** One thing that screening needs. */
    enum Missing {
        NAME,
        BIRTH_DATE_OR_DOCUMENT_NUMBER,
        FURTHER_IDENTIFIER,
        OFFENCE_SUMMARY,
        AUTHORITY,
        LIST_DATE
    }
}
