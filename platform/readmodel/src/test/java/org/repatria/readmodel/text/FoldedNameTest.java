package org.repatria.readmodel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedNameTest {

    @Nested
    class Bridging {
        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '"',
                value = {
                    "Wang Xiaoming, 王小明",
                    "Xiaoming Wang, 王小明",
                    "Wang Xiao Ming, 王小明",
                    "Ouyang Xiu, 欧阳修",
                    "Zeng Guofan, 曾国藩",
                    "Dmitry Petrov, Дмитрий Петров",
                    "Petrov Dmitriy, Дмитрий Петров",
                    "Dmitrii Petrov, Дмитрий Петров",
                    "Nikita Khrushchev, Никита Хрущёв",
                    "Evgeny Chichvarkin, Евгений Чичваркин",
                    "Yevgeniy Chichvarkin, Евгений Чичваркин",
                    "Yulia Tymoshenko, Юлия Тымошенко",
                    "Müller Hans, HANS MUELLER",
                    "Muller, Müller",
                    "Łukasz Żółw, lukasz zolw",
                    "Søren Kierkegård, Soeren Kierkegaard",
                    "O'Brien, O’BRIEN",
                    "Jean-Pierre Dupont, Dupont Jean Pierre",
                    "Ｗａｎｇ, wang",
                    "İbrahim, Ibrahim",
                    "Straße, STRASSE",
                    "محمد الرشيد, الرشيد محمّد",
                })
        void two_spellings_of_a_name_are_the_same(String one, String other) {
            assertThat(FoldedName.of(one).sameAs(FoldedName.of(other)))
                    .as(
                            "%s and %s",
                            FoldedName.of(one).keys(), FoldedName.of(other).keys())
                    .isTrue();
        }
    }

    @Nested
    class Distinguishing {
        @ParameterizedTest
        @CsvSource({"Wang Xiaoming, Wang Xiaohong", "Jiang Yi, Yang Yi", "Li Na, Lin A", "Ana Lopez, Ana Lopes"})
        void two_names_are_two(String one, String other) {
            assertThat(FoldedName.of(one).sameAs(FoldedName.of(other))).isFalse();
        }

        @Test
        void names_without_a_letter_are_equal_to_nothing() {
            assertThat(FoldedName.of("--").keys()).isEmpty();
            assertThat(FoldedName.of("--").sameAs(FoldedName.of("--"))).isFalse();
        }
    }

    @Nested
    class Admitting {
        @Test
        void homophones_cannot_be_told_apart() {
            assertThat(FoldedName.of("王伟").sameAs(FoldedName.of("王维"))).isTrue();
        }

        @Test
        void vowels_that_are_not_written_are_not_invented() {
            assertThat(FoldedName.of("محمد").sameAs(FoldedName.of("Muhammad"))).isFalse();
        }
    }

    @Nested
    class Bounding {
        @Test
        void a_text_of_any_length_and_content_is_folded() {
            assertThat(FoldedName.of("x ".repeat(100_000)).words().size()).isLessThanOrEqualTo(40);
            assertThat(FoldedName.of("\uD800 \u0000 \uFFFF 👩‍👩‍👧 ﷺ").keys()).isNotNull();
        }
    }
}
