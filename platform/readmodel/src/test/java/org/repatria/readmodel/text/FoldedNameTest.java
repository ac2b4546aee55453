package org.repatria.readmodel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                    "Ali Qan, Əli Qan",
                    "Ali Gan, Əli Qan",
                    "Eli Qan, Əli Qan",
                    "Ilham Aliyev, İlham Əliyev",
                    "Djordje Djokovic, Đorđe Đoković",
                    "Alexis Tsipras, Αλέξης Τσίπρας",
                    "Georgios Papandreou, Γεώργιος Παπανδρέου",
                    "Mikheil Saakashvili, მიხეილ სააკაშვილი",
                    "Nikol Pashinyan, Նիկոլ Փաշինյան",
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
    class SpellingCyrillic {
        @ParameterizedTest
        @CsvSource({
            "Володимир Зеленський, Volodymyr Zelenskyi",
            "Володимир Зеленський, Volodymyr Zelensky",
            "Володимир Зеленський, Volodymyr Zelenskyy",
            "Віктор Янукович, Viktor Yanukovych",
            "Сергій Клюєв, Serhii Kliuiev",
            "Олександр Згурський, Oleksandr Zghurskyi",
            "Юлія Їжакевич, Yuliia Yizhakevych",
            "Лук'яненко Левко, Levko Lukianenko",
            "Аляксандр Лукашэнка, Aliaksandr Lukashenka",
            "Святлана Ціханоўская, Sviatlana Tsikhanouskaya",
            "Яўген Сяргей, Yauhen Siarhei",
            "Қасым Тоқаев, Kasym Tokayev",
            "Қасым Тоқаев, Qasym Toqaev",
            "Нұрсұлтан Назарбаев, Nursultan Nazarbayev",
            "Һејдәр Әлијев, Heydar Aliyev",
            "Садыр Жапаров, Sadyr Japarov",
            "Шавкат Мирзиёев, Shavkat Mirziyoyev",
            "Эмомалӣ Раҳмон, Emomali Rahmon",
            "Гурбангулы Бердимухамедов, Gurbanguly Berdimuhamedow",
            "Ухнаагийн Хүрэлсүх, Ukhnaagiin Khurelsukh",
            "Щерьо Първанов, Shteryo Parvanov",
            "Ђорђе Живковић, Djordje Zivkovic",
            "Ѓорѓе Иванов, Gjorgje Ivanov",
            "Юрий Щербаков, Iurii Shcherbakov",
            "Цой Виктор, Tcoi Viktor",
            "Алексей Навальный, Alexei Navalny",
            "Дмитрий Рогозин, Dmitri Rogozine",
            "Фёдор Ельцин, Fyodor Yeltsin",
        })
        void by_every_system_that_knows_its_letters(String written, String spelt) {
            assertThat(FoldedName.of(written).keys())
                    .containsAnyElementsOf(FoldedName.of(spelt).keys());
        }

        @Test
        void by_one_system_for_all_words_of_a_name() {
            // Щ, Й, Ю and Я tell the systems apart; the first word has fewer different spellings than the second.
            var keys = FoldedName.of("Ян Юлий").keys();

            assertThat(keys).contains("yan yuly", "ian iulii", "yan yuliy").doesNotContain("yan iulii", "ian yuliy");
        }

        @Test
        void not_with_the_values_of_another_language() {
            assertThat(FoldedName.of("Сергій Ґудзь").sameAs(FoldedName.of("Sergiy Gudz")))
                    .isFalse();
        }

        @Test
        void as_far_as_its_letters_are_known() {
            var keys = FoldedName.of("Ѯеня").keys();

            assertThat(keys).hasSize(1).noneMatch("enya"::equals);
        }
    }

    @Nested
    class SpellingChinese {
        @ParameterizedTest
        @CsvSource({
            "吕布, Lu Bu",
            "吕布, Lv Bu",
            "吕布, Lyu Bu",
            "吕布, Lü Bu",
            "吕布, Lǚ Bù",
            "Lyu Bu, Lv Bu",
            "Lü Bu, Lyu Bu",
            "Lü Bu, Lv Bu",
            "闾丘露薇, Lvqiu Luwei",
            "王旅, Wang Lyu",
            "任女, Ren Nv",
        })
        void writes_the_umlaut_in_each_of_its_ways(String one, String other) {
            assertThat(FoldedName.of(one).sameAs(FoldedName.of(other)))
                    .as(
                            "%s and %s",
                            FoldedName.of(one).keys(), FoldedName.of(other).keys())
                    .isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "薄熙来, Bo Xilai",
            "缪建民, Miao Jianmin",
            "缪建民, Mou Jianmin",
            "朴成浩, Piao Chenghao",
            "朴成浩, Pu Chenghao",
            "单于智, Chanyu Zhi",
            "单于智, Shan Yuzhi",
            "单霁翔, Shan Jixiang",
            "單霽翔, Shan Jixiang",
            "藏天朔, Zang Tianshuo",
            "贠小苏, Yun Xiaosu",
            "覃志刚, Qin Zhigang",
            "覃志刚, Tan Zhigang",
            "黑伯理, Hei Boli",
            "黑伯理, He Boli",
            "洗星海, Xian Xinghai",
            "牟其中, Mou Qizhong",
            "牟其中, Mu Qizhong",
            "钭庆祥, Tou Qingxiang",
            "都本基, Du Benji",
            "祭仲, Zhai Zhong",
            "祭仲, Ji Zhong",
            "句践, Gou Jian",
            "句践, Ju Jian",
            "区海, Ou Hai",
            "尉迟恭, Yuchi Gong",
            "万俟卨, Moqi Xie",
            "薄 熙来, Bo Xilai",
            "曾国藩, Zeng Guofan",
            "仇和, Qiu He",
            "解振华, Xie Zhenhua",
            "乐嘉, Yue Jia",
            "长孙无忌, Zhangsun Wuji",
        })
        void reads_a_surname_in_each_of_its_ways(String written, String spelt) {
            assertThat(FoldedName.of(written).keys())
                    .containsAnyElementsOf(FoldedName.of(spelt).keys());
        }

        @Test
        void looks_for_a_surname_of_two_characters_first() {
            assertThat(FoldedName.of("单于智").sortable()).isEqualTo("chan yuzhi");
            assertThat(FoldedName.of("单于智").keys()).contains("chanyu zhi");
        }

        @ParameterizedTest
        @CsvSource({"Silva, Silua", "Lvov, Luov", "Lyudmila, Ludmila", "Nyanya, Nanya"})
        void and_leaves_names_of_other_languages_alone(String one, String other) {
            assertThat(FoldedName.of(one).sameAs(FoldedName.of(other))).isFalse();
        }
    }

    @Nested
    class JoiningAtAnApostrophe {
        @ParameterizedTest
        @ValueSource(
                ints = {
                    0x27, 0x60, 0xB4, 0x2B9, 0x2BA, 0x2BB, 0x2BC, 0x2BD, 0x2BE, 0x2BF, 0x2C8, 0x2CA, 0x2CB, 0x2EE,
                    0x374, 0x384, 0x55A, 0x5F3, 0x5F4, 0x7F4, 0x1FBD, 0x1FBF, 0x1FEF, 0x1FFD, 0x1FFE, 0x2018, 0x2019,
                    0x201B, 0x2032, 0x2033, 0x2035, 0x275B, 0x275C, 0xA78B, 0xA78C, 0xFF07, 0xFF40
                })
        void or_at_what_stands_for_one(int apostrophe) {
            String name = "Sean O" + Character.toString(apostrophe) + "Brien";

            assertThat(FoldedName.of(name).keys()).containsExactly("obrien sean");
        }

        @Test
        void but_not_at_a_hyphen_or_a_dot() {
            assertThat(FoldedName.of("Jean‐Pierre").words()).hasSize(2);
            assertThat(FoldedName.of("卡尔·马克思").words()).hasSize(2);
        }
    }

    @Nested
    class Distinguishing {
        @ParameterizedTest
        @CsvSource({
            "Wang Xiaoming, Wang Xiaohong",
            "Jiang Yi, Yang Yi",
            "Li Na, Lin A",
            "Ana Lopez, Ana Lopes",
            "Əli Qan, Li Qan",
            "Ɔfori Mensah, Fori Mensah",
            "Ŋuru Deng, Uru Deng",
            "Ᏼlik Ana, lik Ana",
            "Ӕхсар Тотоев, Хсар Тотоев",
            "ⵜⴰⵏ ⵉ, ⵜⴰⵏ",
            "ꯃꯤ Ana, ꯃꯣ Ana",
        })
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
        void a_name_has_no_more_spellings_than_the_limit() {
            for (var name : List.of("缪吕 Юрий Щербаков Müller", "贠绿女 吕布 Юлия Ящук Əli Lü", "Хәйҙәр 單于 Γεώργιος سامر")) {
                assertThat(FoldedName.of(name).keys()).hasSizeBetween(1, FoldedName.SPELLINGS_MAX);
            }
        }

        @Test
        void a_text_of_any_length_and_content_is_folded() {
            assertThat(FoldedName.of("x ".repeat(100_000)).words().size()).isLessThanOrEqualTo(40);
            assertThat(FoldedName.of("\uD800 \u0000 \uFFFF 👩‍👩‍👧 ﷺ").keys()).isNotNull();
        }
    }
}
