package org.repatria.clocks;

import java.time.LocalDate;
import java.util.Collection;

/** Which systems of law apply in a state, beside that which has the state's own code. */
@FunctionalInterface
public interface SystemsOfLaw {

    /** Such as {@code ECE} and {@code EU}; none of a state of which nothing is known. */
    Collection<String> in(String state, LocalDate day);
}
