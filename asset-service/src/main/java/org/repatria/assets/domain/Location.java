package org.repatria.assets.domain;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where an asset is, and whose courts reach it.
 *
 * @param country ISO 3166-1 alpha-2, user-assigned codes included
 * @param jurisdiction the country again, or an ISO 3166-2 part of it where law differs inside the country
 */
public record Location(String country, String jurisdiction) {

    private static final Set<String> OFFICIAL = Set.of(Locale.getISOCountries());

    /** Codes that ISO 3166-1 leaves to users, and XK, which many registers use. */
    private static final Pattern USER_ASSIGNED = Pattern.compile("AA|Q[M-Z]|X[A-Z]|ZZ");

    private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

    /** Whether both can be said of one thing: one of them may be less exact. */
    boolean fits(Location other) {
        return country.equals(other.country)
                && (jurisdiction.equals(other.jurisdiction)
                        || jurisdiction.equals(country)
                        || other.jurisdiction.equals(country));
    }

    public boolean countryIsKnown() {
        return OFFICIAL.contains(country) || USER_ASSIGNED.matcher(country).matches();
    }

    public boolean jurisdictionIsInCountry() {
        return jurisdiction.equals(country)
                || (SUBDIVISION.matcher(jurisdiction).matches() && jurisdiction.startsWith(country));
    }
}
