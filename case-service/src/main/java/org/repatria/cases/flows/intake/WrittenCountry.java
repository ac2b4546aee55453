package org.repatria.cases.flows.intake;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.repatria.cases.domain.CountryCode;

/**
 * Reads states by their ISO codes, and by some codes of FollowTheMoney. These name a part of one state beyond dispute.
 */
final class WrittenCountry {

    private static final Map<String, String> PARTS = Map.of(
            "UK", "GB", "GB-ENG", "GB", "GB-SCT", "GB", "GB-WLS", "GB", "GB-NIR", "GB", "CN-XZ", "CN", "GG-SRK", "GG");

    private WrittenCountry() {}

    /**
     * The state. It is empty for states that are no more (suhh, yucs, csxx), unions (eu), and territories whose state
     * is disputed (cy-trnc, ge-ab).
     */
    static Optional<CountryCode> parse(String text) {
        var code = text.toUpperCase(Locale.ROOT);
        return CountryCode.parse(PARTS.getOrDefault(code, code));
    }
}
