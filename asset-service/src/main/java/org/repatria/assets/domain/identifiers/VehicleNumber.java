package org.repatria.assets.domain.identifiers;

import java.util.Locale;
import java.util.regex.Pattern;
import org.repatria.assets.domain.identifiers.Checked.Flawed;
import org.repatria.assets.domain.identifiers.Checked.Valid;

/** Vehicle identification numbers, ISO 3779, with the check digit where the maker's region demands one. */
final class VehicleNumber {

    private static final Pattern FORM = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");

    /**
     * Where the ninth character is a check digit; others use it freely. The first character names the region, of some
     * the second the country, by the codes that are assigned to makers today (ISO 3780, kept by SAE).
     *
     * <p>The United States have 1, 4, 5 and 7F to 70, where the zero is the last of the digits (7A to 7E are New
     * Zealand's); Canada 2; Mexico 3A to 3X (49 CFR 565.15, which the two follow); China H and L (GB 16735).
     */
    private static final Pattern WITH_CHECK_DIGIT = Pattern.compile("(?:[1245HL].|3[A-X]|7[F-Z0-9]).*");

    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final String LETTER_VALUES = "12345678123457923456789";
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

    private VehicleNumber() {}

    static Checked check(String written) {
        var vin = written.replace(" ", "").replace("-", "").toUpperCase(Locale.ROOT);
        if (!FORM.matcher(vin).matches()) {
            return new Flawed("is no VIN: seventeen letters or digits without I, O and Q");
        }
        return WITH_CHECK_DIGIT.matcher(vin).matches() && vin.charAt(8) != checkDigit(vin)
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
