package org.repatria.assets.domain.ownership;

import java.util.Locale;
import org.repatria.assets.domain.Holder;
import org.repatria.assets.domain.Interest;
import org.repatria.decider.Ids;

/**
 * A holder as one and the same wherever it appears.
 *
 * @param holder as it was first named
 * @param key the same for the same holder: a case, a company, or a person of the same name and birth date. A person
 *     without a birth date may be a namesake, so that each entry speaks of another one.
 */
public record Party(Holder holder, String key) {

    static Party of(Interest interest) {
        return new Party(
                interest.holder(),
                switch (interest.holder()) {
                    case Holder.OfCase(var caseId) -> caseId.value();
                    case Holder.OfCompany(var companyId) -> companyId.value();
                    case Holder.Person(var name, var birthDate) ->
                        birthDate
                                .map(born -> Ids.derived("person-", name.toLowerCase(Locale.ROOT), born.toString()))
                                .orElseGet(() ->
                                        Ids.derived("person-", interest.id().value()));
                });
    }

    /** A person's name may be written in several ways. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Party party && key.equals(party.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
