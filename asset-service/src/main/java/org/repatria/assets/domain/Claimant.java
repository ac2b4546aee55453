package org.repatria.assets.domain;

import static org.repatria.assets.domain.Limits.LINE_CHARS_MAX;

import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.decider.input.NameOfPerson;
import org.repatria.decider.input.Size;
import org.repatria.decider.input.Unfit;

/**
 * Who claims: exactly one of an interest, a person and a company. It never leaves the service.
 *
 * @param interestId the holder of this interest in the asset
 * @param person a natural person who is not recorded as a holder yet
 * @param company a company that is not recorded as a holder yet
 */
public record Claimant(
        Optional<InterestId> interestId,
        Optional<@NameOfPerson @Size(max = LINE_CHARS_MAX) String> person,
        Optional<@Size(max = LINE_CHARS_MAX) String> company) {

    public Claimant {
        if (Stream.of(interestId, person, company).filter(Optional::isPresent).count() != 1) {
            throw new Unfit("", "CLAIMANT", "must be exactly one of interestId, person and company");
        }
    }

    Claimant inFull() {
        return new Claimant(interestId, person.map(Claimant::spaced), company.map(Claimant::spaced));
    }

    private static String spaced(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }
}
