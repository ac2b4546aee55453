package org.repatria.cases.domain.access;

import java.util.Set;

/** Which cases an actor sees at all. */
public sealed interface Sight {

    /** Every case of this authority's register. */
    record All() implements Sight {}

    /** Cases that carry any of these marks; with none, no case. */
    record Marked(Set<String> marks) implements Sight {
        public Marked {
            marks = Set.copyOf(marks);
        }
    }
}
