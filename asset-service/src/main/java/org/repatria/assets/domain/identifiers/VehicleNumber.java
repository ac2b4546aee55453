package org.repatria.assets.domain.identifiers;

import java.util.Locale;
import java.util.regex.Pattern;
import org.repatria.assets.domain.identifiers.Checked.Flawed;
import org.repatria.assets.domain.identifiers.Checked.Valid;

/** Vehicle identification numbers, ISO 3779, with the check digit where the maker's region demands one. */
final class VehicleNumber {

    private static final Pattern FORM = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");

    /** North America (49 CFR 565.15) and China (GB 16735) demand the ninth character as check digit; others use it freely. */
    private static final String REGIONS_WITH_CHECK_DIGIT = "12345L";

    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final String LETTER_VALUES = "12345678123457923456789";
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

    private VehicleNumber() {}

    static Checked check(String written) {
        var vin = written.replace(" ", "").replace("-", "").toUpperCase(Locale.ROOT);
        if (!FORM.matcher(vin).matches()) {
            return new Flawed("is no VIN: seventeen letters or digits without I, O and Q");
        }
        var demanded = REGIONS_WITH_CHECK_DIGIT.indexOf(vin.charAt(0)) >= 0;
        return demanded && vin.charAt(8) != checkDigit(vin)
                ? new Flawed("fails the check digit of a VIN")
                : new Valid(vin);
    }

    private static char checkDigit(String vin) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * value(vin.charAt(i));
        }
        return sum % 11 == 10 ? 'X' : Character.forDigit(sum % 11, 10);
    }

    private static int value(char character) {
        var letter = LETTERS.indexOf(character);
        return Character.digit(letter < 0 ? character : LETTER_VALUES.charAt(letter), 10);
    }
}
