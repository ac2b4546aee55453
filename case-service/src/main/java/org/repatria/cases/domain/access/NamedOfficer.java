package org.repatria.cases.domain.access;

import java.util.Optional;
import org.repatria.decider.Actor;
import org.repatria.decider.input.AsText;

/**
 * An officer whom somebody names.
 *
 * @param id as it was named
 * @param known who acts under that id, as the directory of officers knew it when this was asked; empty where nobody
 *     does
 */
@AsText
public record NamedOfficer(String id, Optional<Officer> known) {

    public static NamedOfficer in(Officers directory, String id) {
        return new NamedOfficer(
                id, directory.officer(id).filter(officer -> officer.id().equals(id)));
    }

    /** Whether an actor may make this officer responsible: nobody unknown is. */
    public boolean isAssignableBy(Actor actor) {
        return known.filter(officer -> officer.isAssignableBy(actor)).isPresent();
    }
}
