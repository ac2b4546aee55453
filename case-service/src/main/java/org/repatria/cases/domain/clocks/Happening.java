package org.repatria.cases.domain.clocks;

import java.util.Optional;
import org.repatria.cases.domain.Happened;

/**
 * Something that happened in a case, as the clock rules name it.
 *
 * @param token such as {@code extradition.RECEIVED}
 * @param about the pathway, notice or assurance that it happened to, or {@link #WHOLE_CASE}
 * @param document what shows it, where an officer recorded it
 */
public record Happening(String token, Happened when, String about, Optional<String> document) {

    /** What is about no pathway in particular. */
    public static final String WHOLE_CASE = "case";

    /** What follows from a move, whose documents stand with it. */
    public Happening(String token, Happened when, String about) {
        this(token, when, about, Optional.empty());
    }

    boolean isSameAs(Happening other) {
        return token.equals(other.token) && when.equals(other.when) && about.equals(other.about);
    }
}
