package org.repatria.cases.domain.cases;

import java.util.List;

/** The fact that stands in the way of a command. */
public sealed interface CaseRefusal {

    /** A stable code for the outside. */
    String code();

    /** A fact that needs no further words. */
    enum Fact implements CaseRefusal {
        CASE_NOT_FOUND,
        CASE_ALREADY_EXISTS,
        CASE_CLOSED,
        CASE_ON_HOLD,
        CASE_NOT_ON_HOLD,
        CASE_NOT_SUBMITTED,
        CASE_AWAITS_INFORMATION,
        CASE_AWAITS_NO_INFORMATION,
        GAPS_REQUIRED,
        ANSWER_REQUIRED,
        GAP_UNKNOWN,
        HOLD_REVIEW_NOT_IN_TIME,
        OUTCOME_NEEDS_PATHWAY;

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
