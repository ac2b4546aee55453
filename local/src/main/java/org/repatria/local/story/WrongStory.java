package org.repatria.local.story;

/** A step file that breaks the format; the message names file, line, field and rule. */
public final class WrongStory extends Exception {

    private static final long serialVersionUID = 1L;

    WrongStory(String message) {
        super(message);
    }
}
