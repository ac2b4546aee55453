package org.repatria.assets.domain.identifiers;

/** What came of checking a written identifier: its one normal form, or what is wrong with it. */
public sealed interface Checked {

    /** The identifier in the form in which it is kept and compared. */
    record Valid(String value) implements Checked {}

    /**
     * The identifier cannot be right. {@code why} says it to the person who wrote it, without repeating the identifier.
     */
    record Flawed(String why) implements Checked {}
}
