package org.repatria.cases.domain;

/**
 * A document that names a person.
 *
 * @param kind such as {@code PASSPORT} or {@code NATIONAL_ID}
 * @param country the state that issued it
 * @param number as printed
 */
public record IdentityDocument(String kind, CountryCode country, String number) {}
