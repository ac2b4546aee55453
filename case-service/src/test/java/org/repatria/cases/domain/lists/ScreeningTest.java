package org.repatria.cases.domain.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.casefile.Cases.*;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.BirthDate;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Names;
import org.repatria.cases.domain.Subject;
import org.repatria.cases.domain.lists.ListRow.PersonRow;
import org.repatria.cases.domain.lists.ListRow.UnusableCell;

final class ScreeningTest {

    private static List<HoldReason> holdReasons(
            Subject subject, Optional<CountryCode> location, ReportedStatus status) {
        return holdReasons(subject, location, status, List.of());
    }

    private static List<HoldReason> holdReasons(
            Subject subject, Optional<CountryCode> location, ReportedStatus status, List<UnusableCell> unusable) {
        return Screening.holdReasons(
                new PersonRow(1, 2, subject, location, EMBEZZLEMENT, status, unusable), XR_TO_XH, TODAY);
    }

    private static Subject born(String date) {
        return new Subject(new Names("Orla Vint", List.of()), Optional.of(new BirthDate(date)), List.of(), List.of(XR));
    }

    @Nested
    class Holding {
        @Test
        void a_person_well_described_is_not_held() {
            assertThat(holdReasons(ORLA, Optional.of(XH), ReportedStatus.LIVING))
                    .isEmpty();
        }

        @Test
        void a_cell_that_cannot_be_used_is_held() {
            var cell = new UnusableCell("amount_alleged", RejectReason.NOT_AN_AMOUNT, List.of("much"));

            assertThat(holdReasons(ORLA, Optional.of(XH), ReportedStatus.LIVING, List.of(cell)))
                    .containsExactly(HoldReason.CELL_UNUSABLE);
        }

        @Test
        void values_that_contradict_each_other_are_held() {
            var cell = new UnusableCell("birthDate", RejectReason.CONTRADICTORY, List.of("1958", "1959"));

            assertThat(holdReasons(ORLA, Optional.of(XH), ReportedStatus.LIVING, List.of(cell)))
                    .containsExactly(HoldReason.UNCLEAR);
        }

        @Test
        void what_is_unknown_holds_nobody() {
            assertThat(holdReasons(ORLA, Optional.empty(), ReportedStatus.UNKNOWN))
                    .isEmpty();
        }

        @Test
        void a_name_alone_is_not_enough() {
            assertThat(holdReasons(HARDLY_KNOWN, Optional.empty(), ReportedStatus.UNKNOWN))
                    .containsExactly(HoldReason.IDENTITY_INSUFFICIENT);
        }

        @Test
        void a_year_of_birth_alone_tells_nobody_apart() {
            assertThat(holdReasons(born("1958"), Optional.empty(), ReportedStatus.UNKNOWN))
                    .containsExactly(HoldReason.IDENTITY_INSUFFICIENT);
        }

        @Test
        void a_full_birth_date_and_a_nationality_are_enough() {
            assertThat(holdReasons(born("1958-02-17"), Optional.empty(), ReportedStatus.UNKNOWN))
                    .isEmpty();
        }

        @Test
        void the_dead_are_held() {
            assertThat(holdReasons(ORLA, Optional.empty(), ReportedStatus.DECEASED))
                    .containsExactly(HoldReason.REPORTED_DECEASED);
        }

        @Test
        void somebody_in_a_third_state_is_held() {
            assertThat(holdReasons(ORLA, Optional.of(new CountryCode("XK")), ReportedStatus.LIVING))
                    .containsExactly(HoldReason.NOT_LOCATED_IN_HOST);
        }

        @Test
        void a_child_on_a_list_of_officials_is_unclear() {
            assertThat(holdReasons(born("2004-05-06"), Optional.empty(), ReportedStatus.UNKNOWN))
                    .containsExactly(HoldReason.UNCLEAR);
        }

        @Test
        void every_reason_is_told_at_once() {
            assertThat(holdReasons(HARDLY_KNOWN, Optional.of(XR), ReportedStatus.DECEASED))
                    .containsExactly(
                            HoldReason.IDENTITY_INSUFFICIENT,
                            HoldReason.REPORTED_DECEASED,
                            HoldReason.NOT_LOCATED_IN_HOST);
        }
    }
}
