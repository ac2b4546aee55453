package org.repatria.assets.flows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.assets.domain.rates.RateCommand.Quoted;
import org.repatria.assets.flows.ReferenceRateFile.Read;

/** The two forms of the file of the European Central Bank, with invented numbers. */
class ReferenceRateFileTest {

    private static final LocalDate FRIDAY = LocalDate.parse("2015-03-06");
    private static final LocalDate MONDAY = LocalDate.parse("2015-03-09");

    @Nested
    class AsCsv {

        @Test
        void the_file_of_one_day_has_its_date_in_words_spaces_and_a_last_comma() {
            assertThat(shown(csv("Date, USD, JPY, GBP, \n06 March 2015, 1.1000, 130.25, 0.72550, \n"), FRIDAY))
                    .containsExactly("USD 1.1000", "JPY 130.25", "GBP 0.72550");
        }

        @Test
        void the_file_of_all_days_has_a_row_for_each_and_what_is_not_available_has_no_rate() {
            var file = csv("""
                    Date,USD,RUB,HRK,CYP,
                    2015-03-09,1.1,66.5,7.65,N/A,
                    2015-03-06,1.2,N/A,,N/A,
                    """);
            assertThat(shown(file, MONDAY)).containsExactly("USD 1.1", "RUB 66.5", "HRK 7.65");
            assertThat(shown(file, FRIDAY)).containsExactly("USD 1.2");
            assertThat(days(file)).hasSize(2);
        }

        @Test
        void a_byte_order_mark_and_blank_lines_are_no_content() {
            assertThat(shown(csv("\uFEFFDate,USD\r\n2015-03-06,1.1\r\n\r\n"), FRIDAY))
                    .containsExactly("USD 1.1");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "''|1",
                    "Day,USD|1",
                    "Date|1",
                    "Date,US Dollar|1",
                    "Date,USD\\nyesterday,1.1|2",
                    "Date,USD\\n2015-02-30,1.1|2",
                    "Date,USD\\n2015-03-06,1,1|2",
                    "Date,USD\\n2015-03-06,-1.1|2",
                    "Date,USD\\n2015-03-06,0.0|2",
                    "Date,USD\\n2015-03-06,1e3|2",
                    "Date,USD\\n2015-03-09,1.1\\n2015-03-09,1.1|3"
                })
        void what_is_wrong_is_told_with_its_line_and_nothing_is_taken(String text, int line) {
            assertThat(csv(text.replace("\\n", "\n")))
                    .isInstanceOfSatisfying(
                            Read.Faulty.class, it -> assertThat(it.line()).isEqualTo(line));
        }
    }

    @Nested
    class AsXml {

        private static final String BEFORE = """
                <?xml version="1.0" encoding="UTF-8"?>
                <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01"
                    xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
                <gesmes:subject>Reference rates</gesmes:subject>
                <Cube>
                """;
        private static final String AFTER = "</Cube></gesmes:Envelope>";

        @Test
        void each_day_has_its_rates() {
            var file = xml(BEFORE + """
                    <Cube time='2015-03-09'><Cube currency='USD' rate='1.1'/><Cube currency='RUB' rate='66.5'/></Cube>
                    <Cube time='2015-03-06'><Cube currency='USD' rate='1.2'/><Cube currency='RUB' rate='N/A'/></Cube>
                    """ + AFTER);
            assertThat(shown(file, MONDAY)).containsExactly("USD 1.1", "RUB 66.5");
            assertThat(shown(file, FRIDAY)).containsExactly("USD 1.2");
        }

        @Test
        void it_says_the_same_as_the_csv_of_the_same_days() {
            assertThat(days(xml(BEFORE + "<Cube time='2015-03-06'><Cube currency='USD' rate='1.2'/></Cube>" + AFTER)))
                    .isEqualTo(days(csv("Date,USD,\n2015-03-06,1.2,\n")));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "<Cube time='2015-03-06'>",
                    "<Cube><Cube currency='USD' rate='1.1'/></Cube>",
                    "<a><Cube time='yesterday'><Cube currency='USD' rate='1.1'/></Cube></a>",
                    "<a><Cube time='2015-03-06'><Cube currency='Dollar' rate='1.1'/></Cube></a>",
                    "<a><Cube time='2015-03-06'><Cube currency='USD' rate='much'/></Cube></a>",
                    "<a/>",
                    "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a><Cube time='&b;'/></a>"
                })
        void what_is_no_such_file_is_not_taken_and_names_no_other_file(String text) {
            assertThat(xml(text)).isInstanceOf(Read.Faulty.class);
        }
    }

    private static Read csv(String text) {
        return ReferenceRateFile.csv(text.getBytes(UTF_8));
    }

    private static Read xml(String text) {
        return ReferenceRateFile.xml(text.getBytes(UTF_8));
    }

    private static Map<LocalDate, List<Quoted>> days(Read read) {
        assertThat(read).isInstanceOf(Read.Days.class);
        return ((Read.Days) read).byDay();
    }

    private static List<String> shown(Read read, LocalDate day) {
        return days(read).getOrDefault(day, List.of()).stream()
                .map(it -> it.quote() + " " + it.rate())
                .toList();
    }
}
