package org.repatria.cases.flows.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.repatria.cases.domain.casefile.Cases.XR;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.cases.domain.BirthDate;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.IdentityDocument;
import org.repatria.cases.domain.lists.ListFormat;
import org.repatria.cases.domain.lists.ListRow;
import org.repatria.cases.domain.lists.ListRow.PersonRow;
import org.repatria.cases.domain.lists.ListRow.UnreadableRow;
import org.repatria.cases.domain.lists.ListRow.UnusableCell;
import org.repatria.cases.domain.lists.RejectReason;
import org.repatria.cases.domain.lists.ReportedStatus;
import org.repatria.cases.flows.intake.ListFile.Inspection;

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
                    .isEqualTo(new FileFault(
                            FileFault.Kind.NOT_UTF8, 3, "line 3 is not UTF-8, it looks like windows-1252"));
        }

        @ParameterizedTest
        @CsvSource({
            "GB18030, 王伟,x,y",
            "windows-1252, Jörg Müller,x,y",
            "GB18030, 檀望川,贪污国有粮食公司的公款并以付款给没有员工的公司的方式转移,鲁瓦尼亚总检察院反贪污贿赂总局",
            "windows-1251, Тарас Дросский,Хищение средств государственной зерновой компании,Генеральная "
                    + "прокуратура Рувании",
            "Big5, 檀望川,貪污國有糧食公司的公款並以付款給沒有員工的公司的方式轉移,魯瓦尼亞總檢察院反貪污賄賂總局",
        })
        void in_another_code_page_with_what_it_looks_like(
                String charset, String name, String summary, String authority) {
            var bytes =
                    (HEADER + name + ",1958,XR," + summary + "," + authority + "\n").getBytes(Charset.forName(charset));

            assertThat(fault(file(ListFormat.CSV, bytes)))
                    .isEqualTo(
                            new FileFault(FileFault.Kind.NOT_UTF8, 2, "line 2 is not UTF-8, it looks like " + charset));
        }

        @Test
        void whose_utf16_ends_in_the_middle_of_a_character() {
            var bytes = ("\ufeff" + HEADER + "Orla,1958,XR,x,y\n").getBytes(StandardCharsets.UTF_16LE);

            assertThat(fault(file(ListFormat.CSV, Arrays.copyOf(bytes, bytes.length - 1)))
                            .kind())
                    .isEqualTo(FileFault.Kind.NOT_UTF8);
        }

        @Test
        void without_a_required_column() {
            var fault = fault(csv("name,birth_date\nOrla,1958-02-17\n"));

            assertThat(fault.kind()).isEqualTo(FileFault.Kind.HEADER_UNSUITABLE);
            assertThat(fault.detail()).contains("offence_summary").contains("authority");
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

        @ParameterizedTest
        @ValueSource(strings = {"[1,2]", "[{\"schema\":\"Person\"}]", "\"Orla Vint\"", "1958", "null", "true"})
        void that_begins_with_json_that_is_no_object(String line) {
            assertThat(fault(ftm(line + "\n{\"schema\":\"Person\"}\n")))
                    .isEqualTo(new FileFault(FileFault.Kind.MALFORMED, 1, "the first line is not a JSON object"));
        }
    }

    @Nested
    class RecognisingAFile {
        @ParameterizedTest
        @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
        void in_utf16_with_or_without_its_mark(String charset) {
            for (var mark : List.of("\ufeff", "")) {
                var bytes = (mark + HEADER + "檀望川,1955-09-30,XR,x,y\n").getBytes(Charset.forName(charset));

                var row = (PersonRow) onlyRow(file(ListFormat.CSV, bytes));
                assertThat(row.subject().names().primary()).isEqualTo("檀望川");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {";", "\t", "|"})
        void by_what_separates_its_columns(String separator) {
            var text = (HEADER + "Orla Vint,1958-02-17,XR,x,y\n").replace(",", separator);

            var row = (PersonRow) onlyRow(csv(text));
            assertThat(row.unusable()).isEmpty();
            assertThat(row.subject().birthDate()).contains(new BirthDate("1958-02-17"));
        }

        @Test
        void and_reports_columns_that_are_not_documented() {
            var file = csv("\nname,Shoe_Size,offence_summary,authority,\nOrla,44,x,y,\n");

            assertThat(((Inspection.Sound) file.inspect()).notRead()).containsExactly("shoe_size", "");
            assertThat(((PersonRow) onlyRow(file)).unusable()).isEmpty();
        }
    }

    @Nested
    class ReadingADate {
        @ParameterizedTest
        @CsvSource({
            "17.02.1958, 1958-02-17",
            "7.2.1958, 1958-02-07",
            "17. 2. 1958, 1958-02-17",
            "17/02/1958, 1958-02-17",
            "02/17/1958, 1958-02-17",
            "02/02/1958, 1958-02-02",
            "17-02-1958, 1958-02-17",
            "1958/02/17, 1958-02-17",
            "1958.2.17, 1958-02-17",
            "19580217, 1958-02-17",
            "1958年2月17日, 1958-02-17",
            "１９５８年２月１７日, 1958-02-17",
            "١٧.٠٢.١٩٥٨, 1958-02-17",
            "21233, 1958-02-17",
            "21233.0, 1958-02-17",
            "17 February 1958, 1958-02-17",
            "17-Feb-1958, 1958-02-17",
            "1958-02-17T00:00:00+03:00, 1958-02-17",
            "17.02.1958 00:00:00, 1958-02-17",
            "1958, 1958",
            "1958-02, 1958",
            "02.1958, 1958",
            "1958-00-00, 1958",
            "00.00.1958, 1958",
        })
        void as_people_write_it(String written, String read) {
            var row = (PersonRow) onlyRow(csv(HEADER + "Orla," + written + ",XR,x,y\n"));

            assertThat(row.unusable()).isEmpty();
            assertThat(row.subject().birthDate()).contains(new BirthDate(read));
        }

        @Test
        void with_two_readings_holds_the_row_and_keeps_the_year() {
            var row = (PersonRow) onlyRow(csv(HEADER + "Orla,02/03/1958,XR,x,y\n"));

            assertThat(row.unusable())
                    .containsExactly(
                            new UnusableCell("birth_date", RejectReason.AMBIGUOUS_DATE, List.of("02/03/1958")));
            assertThat(row.subject().birthDate()).contains(new BirthDate("1958"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1961-02-30",
                    "31.04.1961",
                    "17.02.58",
                    "circa 1958",
                    "13/13/1958",
                    "3958",
                    "99999",
                    "unknown"
                })
        void that_is_none_holds_the_row(String written) {
            var row = (PersonRow) onlyRow(csv(HEADER + "Orla," + written + ",XR,x,y\n"));

            assertThat(row.unusable())
                    .containsExactly(new UnusableCell("birth_date", RejectReason.NOT_A_DATE, List.of(written)));
            assertThat(row.subject().birthDate()).isEmpty();
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

            assertThat(rows.getLast().line()).isEqualTo(4);
        }

        @Test
        void rejects_a_row_without_a_name() {
            assertThat(onlyRow(csv(HEADER + " ,1958,XR,x,y\n")))
                    .isEqualTo(new UnreadableRow(1, 2, "name", RejectReason.MISSING));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\u00a0",
                    "\u200b\u2060",
                    "\u3164",
                    "\u2800",
                    "--",
                    "123",
                    "\u202e\u200f",
                    "-\u3164-",
                    "\ufffe"
                })
        void rejects_a_row_whose_name_nobody_can_see(String name) {
            assertThat(onlyRow(csv(HEADER + name + ",1958,XR,x,y\n")))
                    .isEqualTo(new UnreadableRow(1, 2, "name", RejectReason.MISSING));
        }

        @Test
        void names_a_person_by_an_alias_where_the_name_is_blank() {
            var row = (PersonRow) onlyRow(csv("name,aliases,offence_summary,authority\n,O. Vint;Orla,x,y\n"));

            assertThat(row.subject().names().all()).containsExactly("O. Vint", "Orla");
            assertThat(row.unusable()).containsExactly(new UnusableCell("name", RejectReason.MISSING, List.of()));
        }

        @Test
        void takes_what_nobody_can_see_from_around_a_value() {
            var row = (PersonRow) onlyRow(csv(HEADER + "\u200eOrla\u00a0,\u200e1958-02-17\u202c,XR\u00a0,x,y\n"));

            assertThat(row.unusable()).isEmpty();
            assertThat(row.subject().names().primary()).isEqualTo("Orla");
            assertThat(row.subject().birthDate()).contains(new BirthDate("1958-02-17"));
        }

        @Test
        void keeps_a_row_with_an_unknown_state_and_says_which() {
            assertThat(((PersonRow) onlyRow(csv(HEADER + "Orla,1958,RUV,x,y\n"))).unusable())
                    .containsExactly(new UnusableCell("nationality", RejectReason.NOT_A_COUNTRY_CODE, List.of("RUV")));
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '"',
                delimiter = '#',
                value = {"Orla,1958# ", "Orla,1958,XR,x,y,z,# z"})
        void keeps_a_row_with_too_few_or_too_many_cells(String line, String surplus) {
            var values = surplus == null ? List.<String>of() : List.of(surplus);

            var row = (PersonRow) onlyRow(csv(HEADER + line + "\n"));
            assertThat(row.unusable())
                    .containsExactly(new UnusableCell("row", RejectReason.WRONG_NUMBER_OF_CELLS, values));
            assertThat(row.subject().birthDate()).contains(new BirthDate("1958"));
        }

        @Test
        void keeps_as_much_of_a_text_as_it_may_have() {
            var row =
                    (PersonRow) onlyRow(csv(HEADER + "Orla,1958,XR," + "x".repeat(Limits.CELL_CHARS_MAX + 1) + ",y\n"));

            assertThat(row.allegation().offenceSummary()).contains("x".repeat(Limits.CELL_CHARS_MAX));
            assertThat(row.unusable())
                    .containsExactly(new UnusableCell(
                            "offence_summary", RejectReason.TOO_LONG, List.of("x".repeat(Limits.SHOWN_CHARS_MAX))));
        }

        @ParameterizedTest
        @ValueSource(strings = {"000000000", "00-00", "0 0 0", "\uff10\uff10\uff10"})
        void keeps_a_row_whose_document_number_is_a_placeholder_and_no_document(String number) {
            var row = (PersonRow) onlyRow(
                    csv("name,offence_summary,authority,birth_date,document_kind,document_country,document_number\n"
                            + "Orla Vint,x,y,1958-02-17,PASSPORT,XR," + number + "\n"));

            assertThat(row.subject().documents()).isEmpty();
            assertThat(row.unusable())
                    .extracting(UnusableCell::field, UnusableCell::reason)
                    .containsExactly(tuple("document_number", RejectReason.PLACEHOLDER));
        }

        @ParameterizedTest
        @CsvSource({"150.5, JPY", "1.005, USD", "1.2345, KWD", "1.00001, CLF", "12, XAU", "12, usdt"})
        void keeps_a_row_whose_amount_its_currency_cannot_have_and_no_amount(String amount, String currency) {
            var row =
                    (PersonRow) onlyRow(csv("name,offence_summary,authority,birth_date,amount_alleged,amount_currency\n"
                            + "Orla Vint,x,y,1958-02-17," + amount + "," + currency + "\n"));

            assertThat(row.allegation().amount()).isEmpty();
            assertThat(row.unusable()).extracting(UnusableCell::reason).containsExactly(RejectReason.NOT_AN_AMOUNT);
        }

        @ParameterizedTest
        @CsvSource({"150, JPY, 150", "2462400, USD, 2462400.00", "1.5, KWD, 1.500", "3, CLF, 3.0000"})
        void gives_an_amount_the_decimals_of_its_currency(String amount, String currency, String kept) {
            var row =
                    (PersonRow) onlyRow(csv("name,offence_summary,authority,birth_date,amount_alleged,amount_currency\n"
                            + "Orla Vint,x,y,1958-02-17," + amount + "," + currency + "\n"));

            assertThat(row.allegation().amount().map(money -> money.amount().toPlainString()))
                    .contains(kept);
        }

        @Test
        void keeps_a_row_with_every_kind_of_cell_that_cannot_be_used() {
            var row = (PersonRow) onlyRow(csv(
                    "name,offence_summary,authority,amount_alleged,amount_currency,reported_status,document_number\n"
                            + "Or\u0007la,x,y,much,USD,GONE," + "1".repeat(Limits.DOCUMENT_CHARS_MAX + 1) + "\n"));

            assertThat(row.subject().names().primary()).isEqualTo("Orla");
            assertThat(row.unusable())
                    .extracting(UnusableCell::reason)
                    .containsExactlyInAnyOrder(
                            RejectReason.CONTROL_CHARACTERS,
                            RejectReason.TOO_LONG,
                            RejectReason.NOT_AN_AMOUNT,
                            RejectReason.NOT_A_STATUS);
        }
    }

    @Nested
    class ReadingWhatCannotBeSeen {
        private static final String COLUMNS = "name,offence_summary,authority,birth_date,document_number\n";

        @Test
        void takes_it_off_dates_codes_and_numbers() {
            var row = (PersonRow) onlyRow(csv(COLUMNS + "Orla,x,y,\u00A01958-02-17\u200B,\u202AR4471902\u202C\n"));

            assertThat(row.unusable()).isEmpty();
            assertThat(row.subject().birthDate()).contains(new BirthDate("1958-02-17"));
            assertThat(row.subject().documents())
                    .extracting(IdentityDocument::number)
                    .containsExactly("R4471902");
        }

        @ParameterizedTest
        @ValueSource(strings = {"R44\u200B71902", "R44\u00A071902", "R44\u206671902", "R44\u3164"})
        void holds_a_row_with_a_number_in_which_it_stands(String number) {
            var row = (PersonRow) onlyRow(csv(COLUMNS + "Orla,x,y,1958-02-17," + number + "x\n"));

            assertThat(row.subject().documents()).isEmpty();
            assertThat(row.unusable())
                    .containsExactly(new UnusableCell(
                            "document_number", RejectReason.INVISIBLE_CHARACTERS, List.of(number + "x")));
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

        private PersonRow with(String property, String values) {
            return (PersonRow) onlyRow(ftm("{\"schema\":\"Person\",\"properties\":{\"name\":[\"Orla\"],\"" + property
                    + "\":" + values + "}}\n"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '#',
                quoteCharacter = '`',
                value = {
                    "['1958','1958-02-17']# 1958-02-17",
                    "['1958-02','1958','1958-02-17']# 1958-02-17",
                    "['1958-02-17','1958-02-17T00:00:00Z']# 1958-02-17",
                    "['1958-02-17T23:30:00-05:00']# 1958-02-17",
                    "['1958-02','1958']# 1958",
                    "'1958-02-17'# 1958-02-17",
                })
        void takes_the_most_precise_of_the_birth_dates_that_agree(String values, String read) {
            var row = with("birthDate", values.replace("'", "\""));

            assertThat(row.subject().birthDate()).contains(new BirthDate(read));
            assertThat(row.unusable()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '#',
                value = {
                    "1958-02-17,1958-02-18# 1958",
                    "1958,1959-02-17# ",
                    "1958-02,1958-03-17# 1958",
                    "1958-02-17,1960# ",
                })
        void shows_all_birth_dates_that_contradict_each_other(String values, String read) {
            var row = with("birthDate", "[\"" + values.replace(",", "\",\"") + "\"]");

            assertThat(row.subject().birthDate().map(BirthDate::value)).isEqualTo(Optional.ofNullable(read));
            assertThat(row.unusable())
                    .containsExactly(
                            new UnusableCell("birthDate", RejectReason.CONTRADICTORY, List.of(values.split(",", -1))));
        }

        @ParameterizedTest
        @CsvSource({"uk, GB", "gb-sct, GB", "cn-xz, CN", "xk, XK"})
        void maps_codes_of_parts_of_a_state(String code, String state) {
            var row = with("nationality", "[\"" + code + "\"]");

            assertThat(row.subject().nationalities()).containsExactly(new CountryCode(state));
            assertThat(row.unusable()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"suhh", "yucs", "csxx", "eu", "ge-ab", "cy-trnc", "md-pmr"})
        void keeps_a_row_with_a_code_of_no_state_of_today(String code) {
            var row = with("nationality", "[\"xr\",\"" + code + "\"]");

            assertThat(row.subject().nationalities()).containsExactly(XR);
            assertThat(row.unusable())
                    .containsExactly(new UnusableCell("nationality", RejectReason.NOT_A_COUNTRY_CODE, List.of(code)));
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
