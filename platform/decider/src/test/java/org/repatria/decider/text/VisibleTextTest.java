package org.repatria.decider.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees of a text decides what is in it. */
final class VisibleTextTest {

    @Nested
    class Blank {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "\t\r\n",
                    "\u00A0",
                    "\u202F",
                    "\u2007",
                    "\u3000",
                    "\u1680",
                    "\u2028",
                    "\u200B",
                    "\u200C\u200D",
                    "\u2060",
                    "\uFEFF",
                    "\u200E\u200F",
                    "\u202A\u202C",
                    "\u2066\u2069",
                    "\u061C",
                    "\u00AD",
                    "\u180E",
                    "\u034F",
                    "\u115F\u1160",
                    "\u3164",
                    "\uFFA0",
                    "\u2800",
                    "\uFE0F",
                    "\u17B4",
                    "\u0000",
                    "\u0085",
                    "\uFFFF",
                    "\uFDD0",
                    "\uD83F\uDFFE",
                    "\uDB40\uDC41",
                    "\uDB40\uDD00",
                    "\uD834\uDD59",
                    "\uD80D\uDC41",
                    "\uD800",
                    "\uFFF9"
                })
        void is_a_text_of_which_nothing_is_seen(String text) {
            assertThat(VisibleText.isBlank(text)).isTrue();
            assertThat(VisibleText.trimmed(text)).isEmpty();
            assertThat(VisibleText.hasLetter(text)).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"-", ".", "0", "\u0301", "\uFFFD", "\uD83D\uDE00"})
        void is_no_text_that_is_seen_but_it_names_nobody(String text) {
            assertThat(VisibleText.isBlank(text)).isFalse();
            assertThat(VisibleText.hasLetter(text)).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"Li", "\u674E", "\u0410", "\u0639\u0644\u064A", "\uD842\uDFB7", "\u00A0O\u2019Neil"})
        void is_no_name_of_any_script(String text) {
            assertThat(VisibleText.hasLetter(text)).isTrue();
        }
    }

    @Nested
    class Trimmed {

        @Test
        void is_what_stands_between_the_first_and_the_last_that_is_seen() {
            assertThat(VisibleText.trimmed("\uFEFF\u00A0 1958-02-17\u200B\u202C\u3164"))
                    .isEqualTo("1958-02-17");
            assertThat(VisibleText.trimmed("\u202AR 4471902\u202C")).isEqualTo("R 4471902");
        }

        @Test
        void keeps_joiners_that_a_script_needs_within_a_word_and_at_its_end() {
            var persian = "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645";
            var malayalam = "\u0D30\u0D3E\u0D1C\u0D28\u0D4D\u200D";
            var arabicLetterAlone = "\u0647\u200D";
            for (var text : List.of(persian, malayalam, arabicLetterAlone)) {
                assertThat(VisibleText.trimmed("\u00A0" + text + " ")).isEqualTo(text);
            }
            assertThat(VisibleText.trimmed("Vint\u200D")).isEqualTo("Vint");
        }

        @Test
        void keeps_the_variant_of_a_character() {
            var katsuragi = "\u845B\uDB40\uDD00";
            assertThat(VisibleText.trimmed(katsuragi + "\u3000")).isEqualTo(katsuragi);
        }

        @Test
        void in_one_line_has_neither_breaks_nor_what_turns_or_hides_the_rest() {
            assertThat(VisibleText.inOneLine(" Lake\u2028 house\r\n\u202E12\u200B\u0007 \uFFFE\u00A0x "))
                    .isEqualTo("Lake house 12 x");
            assertThat(VisibleText.inOneLine("\u0645\u06CC\u200C\u062E")).isEqualTo("\u0645\u06CC\u200C\u062E");
        }

        @Test
        void cuts_no_character_in_half() {
            assertThat(VisibleText.cut("a\uD842\uDFB7", 2)).isEqualTo("a");
            assertThat(VisibleText.cut("a\uD842\uDFB7", 3)).isEqualTo("a\uD842\uDFB7");
        }
    }

    @Nested
    class ReadableText {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a\u0000",
                    "a\u0007b",
                    "a\u0085",
                    "\uD800x",
                    "a\uFFFE",
                    "\uFDEF",
                    "a\u202Eb",
                    "x\uDB40\uDC41y"
                })
        void is_no_text_that_breaks_a_log_or_reads_otherwise_than_it_is_written(String text) {
            assertThat(VisibleText.isReadable(text)).isFalse();
            assertThat(VisibleText.isReadable(VisibleText.readable(text))).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"two\nlines\tof\r\ntext", "\u05D0\u200F 12", "a\u00A0b", "\u0645\u06CC\u200C\u062E", ""})
        void is_every_other(String text) {
            assertThat(VisibleText.isReadable(text)).isTrue();
            assertThat(VisibleText.readable(text)).isEqualTo(text);
        }
    }

    @Nested
    class Printed {

        @ParameterizedTest
        @ValueSource(strings = {"R4471902", "JLG 3, item 12", "\u4EAC 123-\u0416", "case-0abc"})
        void is_one_line_of_what_is_seen(String text) {
            assertThat(VisibleText.isPrinted(text)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "R44\u200B71902",
                    "R44\u00A071902",
                    "R44\u00AD71902",
                    "R44\n71902",
                    "R44\t1",
                    "R\u206644\u2069",
                    "R\u3164",
                    "R\uFE0F4"
                })
        void is_no_reference_in_which_something_hides(String text) {
            assertThat(VisibleText.isPrinted(text)).isFalse();
        }
    }
}
