package org.repatria.cases;

import java.util.Optional;
import java.util.Set;
import org.repatria.cases.domain.access.NamedOfficer;
import org.repatria.cases.domain.access.Officer;

/** Officers as commands name them. */
public final class Named {

    private Named() {}

    public static NamedOfficer officer(String id, String role, String authority) {
        return new NamedOfficer(id, Optional.of(new Officer(id, Set.of(role), authority)));
    }

    /** Somebody of whom the directory of officers knows nothing. */
    public static NamedOfficer stranger(String id) {
        return new NamedOfficer(id, Optional.empty());
    }
}
