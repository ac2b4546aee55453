package org.repatria.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.repatria.notifications.domain.alerts.AlertReason;
import org.repatria.notifications.domain.catalogue.Entry;
import org.repatria.notifications.law.CatalogueFile;
import org.repatria.testkit.contracts.ChineseWords;

/** Whatever the operations page shows of what this service writes can be read in Chinese. */
final class ChineseWordsTest {

    private static final ChineseWords WORDS = ChineseWords.ofThePage();
    private static final Pattern PARTICULAR = Pattern.compile("\\{(?:[^}]*/)?([^}/]+)}");

    static List<Entry> entries() {
        return CatalogueFile.shipped().entries();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void an_alert_says_what_is_the_matter_and_what_to_do(Entry entry) {
        assertThat(List.of("alert.", "alerttitle.", "remedy.")).allMatch(group -> WORDS.has(group + entry.code()));
    }

    /** A sentence that names what no answer tells would never be said. */
    @ParameterizedTest
    @MethodSource("entries")
    void it_tells_the_same_particulars_as_the_title(Entry entry) {
        var told = PARTICULAR
                .matcher(entry.title())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(WORDS.namedIn("alert." + entry.code())).isEqualTo(told);
    }

    @Test
    void all_of_the_catalogue_is_looked_at() {
        assertThat(entries()).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @EnumSource
    void a_refusal_says_why(AlertReason reason) {
        assertThat(WORDS.has("fault", reason.name())).isTrue();
    }
}
