package org.repatria.cases.domain.clocks;

import org.repatria.cases.domain.Happened;

/**
 * Something that happened in a case, as the clock rules name it.
 *
 * @param token such as {@code extradition.RECEIVED}
 * @param about the pathway, notice or assurance that it happened to, or {@link #WHOLE_CASE}
 */
public record Happening(String token, Happened when, String about) {

    /** What is about no pathway in particular. */
    public static final String WHOLE_CASE = "case";
}
