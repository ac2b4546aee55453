package org.repatria.assets.domain.identifiers;

/** The check of ISO 7064 MOD 97-10, shared by IBAN and LEI: letters count as 10 to 35 and the whole must leave 1. */
final class Mod97 {

    private Mod97() {}

    static boolean holds(String lettersAndDigits) {
        var remainder = 0;
        for (var i = 0; i < lettersAndDigits.length(); i++) {
            var value = Character.digit(lettersAndDigits.charAt(i), 36);
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
        }
        return remainder == 1;
    }
}
