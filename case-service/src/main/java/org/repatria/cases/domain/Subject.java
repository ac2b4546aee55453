package org.repatria.cases.domain;

import java.util.List;
import java.util.Optional;

/**
 * The person sought, presumed innocent: what is claimed about the identity.
 *
 * @param documents documents that name the person
 * @param nationalities states whose national the person is said to be
 */
public record Subject(
        Names names, Optional<BirthDate> birthDate, List<IdentityDocument> documents, List<CountryCode> nationalities) {

    public Subject {
        documents = List.copyOf(documents);
        nationalities = List.copyOf(nationalities);
    }
}
