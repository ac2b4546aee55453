package org.repatria.assets.domain.identifiers;

/**
 * The check of ISO 7064 MOD 97-10, shared by IBAN and LEI. Letters count as 10 to 35 and the whole must leave 1.
 *
 * <p>Check digits are 98 less a remainder of 0 to 96, and so run from 02 to 98: 00, 01 and 99 leave the same remainder
 * as 97, 98 and 02 and are written by nobody who computes them.
 */
final class Mod97 {

    private static final int CHECK_DIGITS_MIN = 2;
    private static final int CHECK_DIGITS_MAX = 98;

    private Mod97() {}

    /** Whether a number is followed by its check digits. */
    static boolean holds(String number, String checkDigits) {
        var digits = Integer.parseInt(checkDigits);
        return digits >= CHECK_DIGITS_MIN && digits <= CHECK_DIGITS_MAX && remainder(number + checkDigits) == 1;
    }

    private static int remainder(String lettersAndDigits) {
        var remainder = 0;
        for (var i = 0; i < lettersAndDigits.length(); i++) {
            var value = Character.digit(lettersAndDigits.charAt(i), 36);
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
        }
        return remainder;
    }
}
