package org.repatria.cases.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.cases.Cases.XR;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.repatria.cases.domain.BirthDate;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.lists.ListFormat;
import org.repatria.cases.domain.lists.ListRow;
import org.repatria.cases.domain.lists.ListRow.PersonRow;
import org.repatria.cases.domain.lists.ListRow.UnreadableRow;
import org.repatria.cases.domain.lists.RejectReason;
import org.repatria.cases.domain.lists.ReportedStatus;
import org.repatria.cases.intake.ListFile.Inspection;

final class ListFileTest {

    private static final String HEADER = "name,birth_date,nationality,offence_summary,authority\n";

    @TempDir
    private Path directory;

    private ListFile file(ListFormat format, byte[] content) {
        try {
            return new ListFile(Files.write(directory.resolve("list"), content), format, XR);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ListFile csv(String text) {
        return file(ListFormat.CSV, text.getBytes(StandardCharsets.UTF_8));
    }

    private ListFile ftm(String text) {
        return file(ListFormat.FTM, text.getBytes(StandardCharsets.UTF_8));
    }

    private static FileFault fault(ListFile file) {
        return ((Inspection.Faulty) file.inspect()).fault();
    }

    private static List<ListRow> rows(ListFile file) {
        assertThat(file.inspect()).isInstanceOf(Inspection.Sound.class);
        try (var rows = file.rows()) {
            return rows.next(100);
        }
    }

    private static ListRow onlyRow(ListFile file) {
        return rows(file).getFirst();
    }

    @Nested
    class RefusingAFile {
        @Test
        void that_is_not_utf8_with_the_line() {
            var bytes = (HEADER + "Orla,1958-02-17,XR,x,y\nJos\u00e9,1958-02-17,XR,x,y\n")
                    .getBytes(StandardCharsets.ISO_8859_1);

            assertThat(fault(file(ListFormat.CSV, bytes)))
                    .isEqualTo(new FileFault(FileFault.Kind.NOT_UTF8, 3, "line 3 is not UTF-8"));
        }

        @Test
        void without_a_required_column() {
            var fault = fault(csv("name,birth_date\nOrla,1958-02-17\n"));

            assertThat(fault.kind()).isEqualTo(FileFault.Kind.HEADER_UNSUITABLE);
            assertThat(fault.detail()).contains("offence_summary").contains("authority");
        }

        @Test
        void with_a_column_that_is_not_documented() {
            assertThat(fault(csv("name,offence_summary,authority,shoe_size\n")).kind())
                    .isEqualTo(FileFault.Kind.HEADER_UNSUITABLE);
        }

        @Test
        void with_a_column_twice() {
            assertThat(fault(csv("name,name,offence_summary,authority\n")).kind())
                    .isEqualTo(FileFault.Kind.HEADER_UNSUITABLE);
        }

        @Test
        void whose_quote_never_ends() {
            assertThat(fault(csv(HEADER + "\"Orla,1958-02-17,XR,x,y\n")).kind()).isEqualTo(FileFault.Kind.MALFORMED);
        }

        @Test
        void that_has_no_row() {
            assertThat(fault(csv(HEADER)).kind()).isEqualTo(FileFault.Kind.EMPTY);
            assertThat(fault(csv("")).kind()).isEqualTo(FileFault.Kind.EMPTY);
            assertThat(fault(ftm("\n\n")).kind()).isEqualTo(FileFault.Kind.EMPTY);
        }

        @Test
        void with_more_rows_than_a_list_has() {
            assertThat(fault(csv(HEADER + "a,,,,\n".repeat(Limits.ROWS_MAX + 1)))
                            .kind())
                    .isEqualTo(FileFault.Kind.TOO_MANY_ROWS);
        }

        @Test
        void that_is_no_json_at_all() {
            assertThat(fault(ftm("name,birth_date\n")).kind()).isEqualTo(FileFault.Kind.MALFORMED);
        }
    }

    @Nested
    class ReadingCsv {
        @Test
        void keeps_the_script_of_a_name() {
            var row = (PersonRow) onlyRow(csv(HEADER + "檀望川,1955-09-30,XR,x,y\n"));

            assertThat(row.subject().names().primary()).isEqualTo("檀望川");
        }

        @Test
        void tolerates_a_byte_order_mark_and_other_line_ends() {
            var row = (PersonRow) onlyRow(csv("\ufeff" + HEADER.replace("\n", "\r\n") + "Orla,1958,XR,x,y\r\n"));

            assertThat(row.subject().birthDate()).contains(new BirthDate("1958"));
        }

        @Test
        void takes_columns_in_any_order_with_several_values_in_a_cell() {
            var row = (PersonRow)
                    onlyRow(csv("authority,nationality,offence_summary,aliases,name\ny,XR;xk,x,O. Vint; Vint ,Orla\n"));

            assertThat(row.subject().nationalities()).containsExactly(XR, new CountryCode("XK"));
            assertThat(row.subject().names().aliases()).containsExactly("O. Vint", "Vint");
        }

        @Test
        void counts_the_line_of_a_row_behind_a_cell_of_two_lines() {
            var rows = rows(csv(HEADER + "Orla,1958,XR,\"two\nlines\",y\nTomas,1961-02-30,XR,x,y\n"));

            assertThat(rows.getLast()).isEqualTo(new UnreadableRow(2, 4, "birth_date", RejectReason.NOT_A_DATE));
        }

        @Test
        void rejects_a_row_without_a_name() {
            assertThat(onlyRow(csv(HEADER + " ,1958,XR,x,y\n")))
                    .isEqualTo(new UnreadableRow(1, 2, "name", RejectReason.MISSING));
        }

        @Test
        void rejects_a_row_with_an_unknown_state() {
            assertThat(onlyRow(csv(HEADER + "Orla,1958,RUV,x,y\n")))
                    .isEqualTo(new UnreadableRow(1, 2, "nationality", RejectReason.NOT_A_COUNTRY_CODE));
        }

        @Test
        void rejects_a_row_with_too_few_cells() {
            assertThat(onlyRow(csv(HEADER + "Orla,1958\n")))
                    .isEqualTo(new UnreadableRow(1, 2, "row", RejectReason.WRONG_NUMBER_OF_CELLS));
        }

        @Test
        void rejects_a_cell_that_is_too_long() {
            assertThat(onlyRow(csv(HEADER + "Orla,1958,XR," + "x".repeat(Limits.CELL_CHARS_MAX + 1) + ",y\n")))
                    .isEqualTo(new UnreadableRow(1, 2, "offence_summary", RejectReason.TOO_LONG));
        }
    }

    @Nested
    class ReadingFollowTheMoney {
        private static final String PERSON = """
                {"id":"a","schema":"Person","properties":{"name":["Tan Wangchuan","檀望川"],"birthDate":["1955-09"],\
                "nationality":["xr"],"passportNumber":["R5518233"],"gender":["male"],"summary":["x"]}}
                """;

        @Test
        void takes_what_it_knows_and_leaves_the_rest() {
            var row = (PersonRow) onlyRow(ftm(PERSON));

            assertThat(row.subject().names().all()).containsExactly("Tan Wangchuan", "檀望川");
            assertThat(row.subject().birthDate()).contains(new BirthDate("1955"));
            assertThat(row.subject().documents()).singleElement().satisfies(document -> {
                assertThat(document.kind()).isEqualTo("PASSPORT");
                assertThat(document.country()).isEqualTo(XR);
            });
        }

        @Test
        void understands_a_death_date() {
            var row = (PersonRow) onlyRow(
                    ftm("{\"schema\":\"Person\",\"properties\":{\"name\":[\"Orla\"],\"deathDate\":[\"2010\"]}}\n"));

            assertThat(row.status()).isEqualTo(ReportedStatus.DECEASED);
        }

        @Test
        void rejects_what_is_no_person_and_what_is_no_json() {
            assertThat(rows(ftm(PERSON + "{\"schema\":\"Company\"}\nnonsense\n"))
                            .subList(1, 3))
                    .containsExactly(
                            new UnreadableRow(2, 2, "schema", RejectReason.NOT_A_PERSON),
                            new UnreadableRow(3, 3, "row", RejectReason.NOT_JSON));
        }
    }
}
