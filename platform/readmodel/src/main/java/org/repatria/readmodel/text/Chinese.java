package org.repatria.readmodel.text;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names in Chinese characters as pinyin. It gives every reading that the surname may have, every way of writing the
 * umlaut, and every way of joining the syllables to a surname and a given name. Inside, V stands for the U with
 * diaeresis.
 */
final class Chinese {

    private static final Normalizer2 DECOMPOSED = Normalizer2.getNFDInstance();
    private static final Transliterator ANY_LATIN = Transliterator.getInstance("Any-Latin");
    private static final Transliterator HAN_NAMES = Transliterator.getInstance("Han-Latin/Names");

    /** Readings remembered of each kind: every character in use, and the usual beginnings of names. */
    private static final int READINGS_MAX = 20_000;

    private static final Map<String, List<String>> BEGINNINGS = new ConcurrentHashMap<>();
    private static final Map<String, List<String>> CHARACTERS = new ConcurrentHashMap<>();

    /**
     * Characters that are read otherwise as a surname, and the other readings that a writer may know. The surname's own
     * comes first (sources: Xiandai Hanyu Cidian, and the readings of Unihan).
     */
    private static final Map<String, List<String>> SURNAMES = table("""
            薄 bo bao | 缪 miao mou miu mu | 繆 miao mou miu mu | 朴 piao pu po | 单 shan dan chan | 單 shan dan chan
            藏 zang cang | 贠 yun yuan | 貟 yun yuan | 员 yun yuan | 員 yun yuan | 覃 qin tan xun | 黑 hei he
            洗 xian xi | 冼 xian | 牟 mou mu | 钭 tou dou | 鈄 tou dou | 都 du dou | 祭 zhai ji | 句 gou ju | 勾 gou
            仇 qiu chou | 区 ou qu | 區 ou qu | 解 xie jie | 查 zha cha | 曾 zeng ceng | 任 ren | 华 hua | 華 hua
            尉 wei yu | 乐 yue le | 樂 yue le | 盖 ge gai | 蓋 ge gai | 召 shao zhao | 种 chong zhong
            秘 bi mi | 折 she zhe | 幺 yao | 么 yao me | 繁 po fan | 逄 pang | 谌 chen shen | 諶 chen shen
            翟 zhai di | 宿 su xiu | 那 na nuo | 能 nai neng | 郗 xi chi
            郇 xun huan | 隗 wei kui | 阚 kan han | 闞 kan han | 宓 mi fu | 费 fei bi | 費 fei bi
            晟 cheng sheng | 粘 nian zhan | 相 xiang | 占 zhan | 佴 nai er | 乜 nie mie
            呙 guo wai | 咼 guo wai | 宁 ning | 寧 ning | 甯 ning | 少 shao
            柏 bai bo | 炅 gui jiong | 炔 gui que | 适 kuo shi | 莘 shen xin | 角 jue jiao | 郄 qie xi | 冒 mao mo
            盛 sheng cheng | 舍 she | 於 yu wu | 长 chang zhang | 長 chang zhang | 贲 ben bi | 賁 ben bi
            雋 juan jun | 隽 juan jun | 撒 sa | 眭 sui | 笮 ze zuo | 令 ling | 要 yao
            强 qiang jiang | 強 qiang jiang | 曲 qu | 葛 ge | 纪 ji | 紀 ji
            和 he huo | 还 huan hai | 還 huan hai | 谷 gu yu | 吕 lv | 呂 lv | 闾 lv | 閭 lv
            侣 lv | 绿 lv lu | 綠 lv lu | 女 nv ru | 仝 tong | 妫 gui
            """);

    /** Surnames of two characters. They are looked for first (source: Baijiaxing, and Han-Latin/Names of CLDR). */
    private static final Map<String, List<String>> COMPOUND_SURNAMES = table("""
            单于 chan yu | 單于 chan yu | 尉迟 yu chi | 尉遲 yu chi | 万俟 mo qi | 萬俟 mo qi | 长孙 zhang sun | 長孫 zhang sun
            澹台 tan tai | 澹臺 tan tai | 宰父 zai fu | 淳于 chun yu | 濮阳 pu yang | 濮陽 pu yang | 公冶 gong ye | 太叔 tai shu
            申屠 shen tu | 公孙 gong sun | 公孫 gong sun | 仲孙 zhong sun | 仲孫 zhong sun | 轩辕 xuan yuan | 軒轅 xuan yuan
            钟离 zhong li | 鍾離 zhong li | 宇文 yu wen | 鲜于 xian yu | 鮮于 xian yu | 闾丘 lv qiu | 閭丘 lv qiu | 司徒 si tu
            司空 si kong | 司马 si ma | 司馬 si ma | 司寇 si kou | 亓官 qi guan | 子车 zi ju | 子車 zi ju | 颛孙 zhuan sun
            端木 duan mu | 巫马 wu ma | 巫馬 wu ma | 漆雕 qi diao | 乐正 yue zheng | 樂正 yue zheng | 拓跋 tuo ba | 夹谷 jia gu
            百里 bai li | 东郭 dong guo | 東郭 dong guo | 南门 nan men | 呼延 hu yan | 羊舌 yang she | 微生 wei sheng
            梁丘 liang qiu | 左丘 zuo qiu | 东方 dong fang | 東方 dong fang | 西门 xi men | 西門 xi men | 南宫 nan gong
            欧阳 ou yang | 歐陽 ou yang | 上官 shang guan | 诸葛 zhu ge | 諸葛 zhu ge | 皇甫 huang fu | 慕容 mu rong
            令狐 ling hu | 夏侯 xia hou | 赫连 he lian | 赫連 he lian | 独孤 du gu | 獨孤 du gu | 哥舒 ge shu | 段干 duan gan
            闻人 wen ren | 聞人 wen ren | 宗政 zong zheng | 公羊 gong yang | 谷梁 gu liang | 穀梁 gu liang | 第五 di wu
            """);

    private Chinese() {}

    /**
     * Spellings of the Chinese words of a name.
     *
     * @param alone whether the one word is the whole name, surname and given name in one
     */
    static Stream<Spelling> spellings(List<String> words, boolean alone) {
        List<List<String>> further =
                words.stream().skip(1).map(Chinese::characters).toList();
        return readings(words.getFirst()).stream()
                .flatMap(first -> {
                    List<List<String>> all = new ArrayList<>();
                    all.add(first);
                    all.addAll(further);
                    return umlauts(all);
                })
                .flatMap(syllables -> alone ? ofWholeName(syllables.getFirst()) : ofWords(syllables));
    }

    /** Written V, YU and U; where there is no umlaut they are the same. */
    private static Stream<List<List<String>>> umlauts(List<List<String>> words) {
        boolean none = words.stream().allMatch(word -> word.stream().noneMatch(syllable -> syllable.contains("v")));
        return (none ? Stream.of("v") : Stream.of("u", "v", "yu"))
                .map(umlaut -> words.stream()
                        .map(word -> word.stream()
                                .map(syllable -> syllable.replace("v", umlaut))
                                .toList())
                        .toList());
    }

    private static Stream<Spelling> ofWholeName(List<String> syllables) {
        List<List<String>> ways = new ArrayList<>();
        for (int surname = 1; surname <= 2 && surname < syllables.size(); surname++) {
            ways.add(List.of(
                    String.join("", syllables.subList(0, surname)),
                    String.join("", syllables.subList(surname, syllables.size()))));
        }
        ways.add(syllables);
        ways.add(List.of(String.join("", syllables)));
        return ways.stream().map(way -> new Spelling(List.of(way)));
    }

    private static Stream<Spelling> ofWords(List<List<String>> words) {
        return Stream.of(
                Spelling.ofWhole(words.stream()
                        .map(syllables -> String.join("", syllables))
                        .toList()),
                new Spelling(words));
    }

    /** The syllables of a word that begins with a surname, in every reading that the surname has. */
    private static List<List<String>> readings(String word) {
        int chars = word.codePointCount(0, word.length());
        int one = word.offsetByCodePoints(0, 1);
        int two = word.offsetByCodePoints(0, Math.min(2, chars));
        Set<List<String>> readings = new LinkedHashSet<>();
        List<String> compound = COMPOUND_SURNAMES.get(word.substring(0, two));
        if (compound != null) {
            readings.add(joined(compound, characters(word.substring(two))));
        }
        List<String> given = characters(word.substring(one));
        SURNAMES.getOrDefault(word.substring(0, one), List.of())
                .forEach(surname -> readings.add(joined(List.of(surname), given)));
        readings.add(joined(reading(BEGINNINGS, word.substring(0, two), HAN_NAMES), characters(word.substring(two))));
        readings.add(characters(word));
        return List.copyOf(readings);
    }

    private static List<String> joined(List<String> surname, List<String> given) {
        return Stream.concat(surname.stream(), given.stream()).toList();
    }

    private static List<String> characters(String word) {
        return word.codePoints()
                .mapToObj(Character::toString)
                .flatMap(character -> reading(CHARACTERS, character, ANY_LATIN).stream())
                .toList();
    }

    /** Transliterating Chinese takes a tenth of a millisecond, remembering does not. */
    private static List<String> reading(
            Map<String, List<String>> known, String written, Transliterator transliterator) {
        List<String> before = known.get(written);
        if (before != null) {
            return before;
        }
        List<String> syllables = Arrays.stream(
                        transliterator.transliterate(written).split(" ", -1))
                .map(syllable -> Plain.of(DECOMPOSED.normalize(syllable).replace("u\u0308", "v")))
                .filter(syllable -> !syllable.isEmpty())
                .toList();
        if (known.size() < READINGS_MAX) {
            known.put(written, syllables);
        }
        return syllables;
    }

    private static Map<String, List<String>> table(String text) {
        return Arrays.stream(text.split("[|\n]", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(entry -> List.of(entry.split(" ", -1)))
                .collect(Collectors.toUnmodifiableMap(List::getFirst, entry -> entry.subList(1, entry.size())));
    }
}
