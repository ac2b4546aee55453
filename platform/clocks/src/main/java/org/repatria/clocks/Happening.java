package org.repatria.clocks;

import java.util.Optional;

/**
 * Something that happened, as the clock rules name it.
 *
 * @param token such as {@code extradition.RECEIVED}
 * @param about what it happened to, such as a pathway or an order; the word for the whole where it is no part of it
 * @param document what shows it, where an officer recorded it
 */
public record Happening(String token, Happened when, String about, Optional<String> document) {

    /** What follows from a move, whose documents stand with it. */
    public Happening(String token, Happened when, String about) {
        this(token, when, about, Optional.empty());
    }

    public boolean isSameAs(Happening other) {
        return token.equals(other.token) && when.equals(other.when) && about.equals(other.about);
    }
}
