package org.repatria.assets.domain;

import java.time.LocalDate;
import java.util.Optional;

/** Who has an interest in something. */
public sealed interface Holder {

    /** What sort of holder it is. */
    Kind kind();

    /** The sorts of holders that there are. */
    enum Kind {
        CASE,
        PERSON,
        COMPANY
    }

    /** The person sought in a case, whether or not the case is known here. */
    record OfCase(CaseId caseId) implements Holder {
        @Override
        public Kind kind() {
            return Kind.CASE;
        }
    }

    /** A natural person who is nobody's person sought, by name. */
    record Person(String name, Optional<LocalDate> birthDate) implements Holder {
        @Override
        public Kind kind() {
            return Kind.PERSON;
        }
    }

    /** A company, which has holders of its own. */
    record OfCompany(CompanyId companyId) implements Holder {
        @Override
        public Kind kind() {
            return Kind.COMPANY;
        }
    }
}
