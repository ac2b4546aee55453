package org.repatria.cases.domain.amendments;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.law.ReferenceKind;

/** Whose law a row of reference data is: that of a state, of a pair of states, or of no single one. */
public final class WhoseLaw {

    private static final String MODEL = "MODEL";

    private WhoseLaw() {}

    /**
     * The states whose law a row is. It is empty for models, policies and systems of law, by which several states may
     * live.
     *
     * @param field the text of a field of the row
     */
    public static Set<String> of(ReferenceKind kind, String rowId, Function<String, Optional<String>> field) {
        return switch (kind) {
            case RELATIONS ->
                Stream.of("party", "counterparty")
                        .flatMap(name -> field.apply(name).stream())
                        .flatMap(WhoseLaw::states)
                        .collect(Collectors.toUnmodifiableSet());
            case CLOCK_RULES, LIMITATION ->
                field.apply("level").filter(MODEL::equals).isPresent()
                        ? Set.of()
                        : field.apply("jurisdiction").stream()
                                .flatMap(WhoseLaw::states)
                                .collect(Collectors.toUnmodifiableSet());
            case CALENDARS, PROFILES -> states(rowId).collect(Collectors.toUnmodifiableSet());
            case SAFEGUARDS, GATES, STRATEGY_RULES -> Set.of();
        };
    }

    /** {@code XR-XE} is two states, {@code POLICY} and {@code UNMT} are none. */
    private static Stream<String> states(String text) {
        var parts = Arrays.stream(text.split("-", -1)).toList();
        var areStates = parts.stream()
                .allMatch(part -> part.length() == 2
                        && CountryCode.parse(part)
                                .filter(code -> code.value().equals(part))
                                .isPresent());
        return areStates ? parts.stream() : Stream.empty();
    }
}
