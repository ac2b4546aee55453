package org.repatria.cases.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.repatria.api.ViewFigures.Window;
import org.repatria.decider.input.NameOfPerson;
import org.repatria.decider.input.Pattern;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;
import org.repatria.edge.Money;
import org.repatria.readmodel.ViewQuery;
import org.repatria.readmodel.Visibility;

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
            Optional<@Size(max = 200) String> source) {}

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

    /** The whole identity as it shall stand, with what it rests on. */
    record IdentityBody(
            PersonBody person,
            @Size(min = 1, max = 500) String source,
            @Size(min = 1, max = 4000) String reasons) {}

    /** Why a second person agrees with it. */
    record AgreementBody(Optional<@Size(max = 4000) String> reasons) {}

    /**
     * Which cases are asked for.
     *
     * @param pathwayState an open pathway and where it stands, such as {@code extradition.RECEIVED}
     * @param clockDueFrom cases with a clock that has not ended and has this last day or a later one
     * @param clockDueBefore the same with an earlier last day; with both, one and the same clock
     * @param checkEndsFrom cases with a check that may be relied on until this day or a later one
     * @param checkEndsBefore the same until an earlier day; with both, one and the same check
     */
    record CasesFilter(
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
            List<@Size(max = 80) String> pathwayState,
            List<@Size(max = 10) String> missingCheck,
            Optional<LocalDate> clockDueFrom,
            Optional<LocalDate> clockDueBefore,
            Optional<LocalDate> checkEndsFrom,
            Optional<LocalDate> checkEndsBefore,
            Optional<Boolean> possibleDuplicate) {

        /** The cases of these that are to be seen. */
        ViewQuery of(Visibility visibility) {
            var query = ViewQuery.visibleTo(visibility)
                    .search(q.orElse(""))
                    .asked("state", state)
                    .asked("assignee", assignee)
                    .asked("listId", list)
                    .asked("requestingState", requestingState)
                    .asked("requestedState", requestedState)
                    .asked("nationality", nationality)
                    .asked("outcome", outcome)
                    .asked("pathway", pathway)
                    .asked("pathwayState", pathwayState)
                    .asked("missingCheck", missingCheck);
            query = between(query, "lastDay", clockDueFrom, clockDueBefore);
            query = between(query, "checkLastDay", checkEndsFrom, checkEndsBefore);
            query = present(query, "assignee", unassigned.map(wanted -> !wanted));
            return present(query, "possibleDuplicateOf", possibleDuplicate);
        }

        private static ViewQuery present(ViewQuery query, String field, Optional<Boolean> wanted) {
            return wanted.map(it -> it ? query.present(field) : query.missing(field))
                    .orElse(query);
        }
    }

    /** Cases of which one day of a kind lies between the two, where they are said. */
    static ViewQuery between(ViewQuery query, String days, Optional<LocalDate> from, Optional<LocalDate> before) {
        return from.isEmpty() && before.isEmpty()
                ? query
                : query.between(days, from.orElse(LocalDate.MIN), before.orElse(LocalDate.MAX));
    }

    /** Which cases are listed, and how. */
    record CasesQuery(CasesFilter cases, Optional<Boolean> facets, Optional<@Size(max = 100) String> sort) {}

    /** Of which cases figures are asked for, and of which days for their clocks. */
    record CaseFiguresQuery(CasesFilter cases, Window window) {}
}
