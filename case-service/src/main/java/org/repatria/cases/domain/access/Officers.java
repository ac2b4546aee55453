package org.repatria.cases.domain.access;

import java.util.Optional;

/** The officers whom an authority can make responsible for a case. */
public interface Officers {

    /** Who acts under this id; empty where nobody known does. Never waits for anything. */
    Optional<Officer> officer(String id);
}
