package org.repatria.cases.domain.access;

import java.util.Set;

/** Which cases or lists an actor sees at all: those that carry any of these marks; with none, nothing. */
public record Sight(Set<String> marks) {
    public Sight {
        marks = Set.copyOf(marks);
    }
}
