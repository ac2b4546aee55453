package org.repatria.cases.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.casefile.CaseOutcome;
import org.repatria.edge.Money;
import org.repatria.edge.NameOfPerson;
import org.repatria.edge.Printed;

/** What callers send about cases. */
final class CaseBodies {

    private CaseBodies() {}

    /** A case opened by hand. */
    record OpenCaseBody(
            @Pattern(regexp = "[A-Z]{2}") String requestingState,
            @Pattern(regexp = "[A-Z]{2}") String requestedState,
            PersonBody person,
            Optional<@Size(max = 3000) String> offenceSummary,
            Optional<@Size(max = 200) String> authority,
            Optional<Money> amountAlleged,
            Optional<@Pattern(regexp = "[A-Z]{2}") String> locationCountry,
            Optional<LocalDate> handedOverOn,
            Optional<@Size(max = 200) String> source) {

        static final String EXAMPLE = """
                {"requestingState": "XR", "requestedState": "XH",
                 "person": {"name": "Orla Vint", "aliases": ["Орла Винт"], "birthDate": "1958-02-17",
                   "nationalities": ["XR"], "documents": [{"kind": "PASSPORT", "country": "XR", "number": "R4471902"}]},
                 "offenceSummary": "Embezzlement of public funds between 1997 and 2001",
                 "authority": "General Prosecution of Ruvania",
                 "amountAlleged": {"amount": "2462400.00", "currency": "USD"},
                 "handedOverOn": "2014-08-29", "source": "letter of 2014-08-29"}""";
    }

    /** The person sought. */
    record PersonBody(
            @NameOfPerson @Size(max = 200) String name,
            @Size(max = 20) List<@NameOfPerson @Size(max = 200) String> aliases,
            Optional<@Size(max = 10) String> birthDate,
            @Size(max = 10) List<@Pattern(regexp = "[A-Z]{2}") String> nationalities,
            @Size(max = 10) List<DocumentBody> documents) {}

    /** A document that names the person. */
    record DocumentBody(
            @Printed @Size(max = 50) String kind,
            @Pattern(regexp = "[A-Z]{2}") String country,
            @Printed @Size(max = 50) String number) {}

    /** What the requesting state is asked for. */
    record ReturnBody(@Size(min = 1, max = 20) List<@Size(max = 500) String> gaps) {
        static final String EXAMPLE = """
                {"gaps": ["A copy of the warrant", "The personal role of the subject in the payments of 2001"]}""";
    }

    /** What the requesting state answered. */
    record AnswerBody(@Size(min = 1, max = 20) List<GapAnswerBody> answers) {
        static final String EXAMPLE = """
                {"answers": [{"gap": 1, "text": "Warrant 14/2001 enclosed, in force"}]}""";
    }

    /** The answer to one gap, numbered from 1. */
    record GapAnswerBody(
            @Min(1) @Max(20) int gap, @Size(max = 3000) String text) {}

    /** Who becomes responsible. */
    record AssignmentBody(@Printed @Size(max = 80) String assignee) {
        static final String EXAMPLE = """
                {"assignee": "carl.officer"}""";
    }

    /** Why the work rests, and until when without another look. */
    record HoldBody(@Size(max = 500) String reason, LocalDate reviewOn) {
        static final String EXAMPLE = """
                {"reason": "Competing request of a third state", "reviewOn": "2014-11-01"}""";
    }

    /** How and why the case ends. */
    record ClosureBody(
            CaseOutcome outcome, @Size(max = 3000) String reasons) {
        static final String EXAMPLE = """
                {"outcome": "WITHDRAWN_BY_RS", "reasons": "Note of the requesting state of 2015-01-30"}""";
    }

    /** Which cases are asked for. */
    record CasesQuery(
            Optional<@Size(max = 200) String> q,
            List<@Size(max = 40) String> state,
            List<@Size(max = 80) String> assignee,
            Optional<Boolean> unassigned,
            List<@Size(max = 64) String> list,
            List<@Pattern(regexp = "[A-Z]{2}") String> requestingState,
            List<@Pattern(regexp = "[A-Z]{2}") String> requestedState,
            List<@Pattern(regexp = "[A-Z]{2}") String> nationality,
            List<@Size(max = 40) String> outcome,
            List<@Size(max = 40) String> pathway,
            List<@Size(max = 10) String> missingCheck,
            Optional<LocalDate> clockDueBefore,
            Optional<Boolean> possibleDuplicate,
            Optional<Boolean> facets,
            Optional<@Size(max = 100) String> sort) {}
}
