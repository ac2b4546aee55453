package org.repatria.cases.domain;

/**
 * A document that names a person.
 *
 * @param kind such as {@code PASSPORT} or {@code NATIONAL_ID}
 * @param country the state that issued it
 * @param number as printed
 */
public record IdentityDocument(String kind, CountryCode country, String number) {

    /**
     * Whether a number is nothing but zeros. Such a number stands for one that nobody knows, and would make one person
     * of all who have it.
     */
    public static boolean isPlaceholder(String number) {
        return number.codePoints().anyMatch(Character::isLetterOrDigit)
                && number.codePoints()
                        .filter(Character::isLetterOrDigit)
                        .allMatch(character -> Character.digit(character, 10) == 0);
    }
}
