package org.repatria.cases.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A state as an ISO 3166-1 alpha-2 code, the user-assigned ones included (source: ISO 3166-1, 8.1.3). */
public record CountryCode(String value) {

    private static final Set<String> ASSIGNED = Set.of(Locale.getISOCountries());

    private static final Pattern USER_ASSIGNED = Pattern.compile("AA|Q[M-Z]|X[A-Z]|ZZ");

    public CountryCode {
        if (!isKnown(value)) {
            throw new IllegalArgumentException("not a country code");
        }
    }

    /** The state that a text names; letters of either case are taken. */
    public static Optional<CountryCode> parse(String text) {
        var code = text.strip().toUpperCase(Locale.ROOT);
        return isKnown(code) ? Optional.of(new CountryCode(code)) : Optional.empty();
    }

    private static boolean isKnown(String code) {
        return ASSIGNED.contains(code) || USER_ASSIGNED.matcher(code).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
