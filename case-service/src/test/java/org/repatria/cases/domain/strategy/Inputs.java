package org.repatria.cases.domain.strategy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.facts.FactName;
import org.repatria.cases.domain.facts.LimitationStanding;

/** What the engine looks at, written as words: {@code SUBJECT_DEAD=NO SG-09=YES}. All that is left out is unknown. */
final class Inputs {

    static final LocalDate TODAY = LocalDate.of(2014, 12, 5);

    private Inputs() {}

    static EngineInput input(String words) {
        var given = new TreeMap<String, String>();
        Arrays.stream(words.split("\\s+")).filter(word -> !word.isBlank()).forEach(word -> {
            var parts = word.split("=", 2);
            given.put(parts[0], parts[1]);
        });
        return input(given);
    }

    static EngineInput input(Map<String, String> given) {
        var facts = new EnumMap<FactName, String>(FactName.class);
        for (var name : FactName.values()) {
            var word = given.getOrDefault(name.name(), "UNKNOWN");
            if (!name.allows(word)) {
                throw new IllegalArgumentException(name + " is not answered with " + word);
            }
            if (!word.equals("UNKNOWN")) {
                facts.put(name, word);
            }
        }
        var checks = new TreeMap<String, Ternary>();
        given.forEach((name, word) -> {
            if (name.startsWith("SG-")) {
                checks.put(name, Ternary.valueOf(word));
            }
        });
        return new EngineInput(
                TODAY, relation(given), facts, List.of(offence(given)), checks, Map.of(), Map.of("ST-21", 180));
    }

    private static RelationFacts relation(Map<String, String> given) {
        return new RelationFacts(
                ternary(given, "TREATY_IN_FORCE"),
                ternary(given, "TREATY_SUSPENDED"),
                ternary(given, "HS_NEEDS_TREATY"),
                ternary(given, "UNCAC_BASIS_USABLE"),
                ternary(given, "MLA_IN_FORCE"),
                ternary(given, "HS_EXTRADITES_NATIONALS"),
                List.of());
    }

    private static OffenceFacts offence(Map<String, String> given) {
        return new OffenceFacts(
                "off-1",
                Optional.empty(),
                ternary(given, "DUAL_CRIMINAL"),
                ternary(given, "PENALTY_OK"),
                LimitationStanding.valueOf(given.getOrDefault("LIMITATION_REQUESTING", "UNKNOWN")),
                LimitationStanding.valueOf(given.getOrDefault("LIMITATION_REQUESTED", "UNKNOWN")),
                Optional.empty(),
                Optional.empty());
    }

    private static Ternary ternary(Map<String, String> given, String name) {
        return Ternary.valueOf(given.getOrDefault(name, "UNKNOWN"));
    }
}
