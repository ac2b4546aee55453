package org.repatria.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.facts.FactName;

/**
 * What the requesting state may not know makes no difference to anything that it can see. Pairs of histories that
 * differ in nothing else are told alike, and its own acts are answered alike.
 */
final class NonInterferenceTest {

    /** At least so many, says the promise. */
    private static final int PAIRS = 1_000;

    @Test
    void what_the_host_state_keeps_makes_no_difference_to_what_the_other_sees_or_hears() {
        var happened = new TreeSet<String>();
        IntStream.rangeClosed(1, PAIRS).forEach(seed -> PairsOfHistories.pair(seed, happened));

        // Each kind of what is confided did happen in some pair, or nothing was shown of it.
        assertThat(happened)
                .contains("stay", "offence of the host state", "grant", "broken glass", "clock", "asylum", "relief")
                .contains("conflict", "right", "end of a clock", "approval");
        assertThat(happened)
                .contains(Arrays.stream(FactName.values())
                        .filter(name -> !name.knownTo().isTold())
                        .map(name -> "fact " + name)
                        .toArray(String[]::new));
        assertThat(happened.stream().filter(name -> name.startsWith("check ")).count())
                .isGreaterThanOrEqualTo(5);
    }

    @Test
    void a_part_that_was_told_as_it_is_would_tell_the_worlds_apart() {
        var undetected = new TreeSet<>(Leaks.NAMES);
        for (var seed = 1; seed <= PAIRS && !undetected.isEmpty(); seed++) {
            var worlds = PairsOfHistories.pair(seed);
            undetected.removeIf(part -> !Leaks.told(part, worlds.one().whole())
                    .equals(Leaks.told(part, worlds.other().whole())));
        }
        assertThat(undetected).as("no pair of histories differs in these parts").isEmpty();
    }
}
