package org.repatria.local.supervisor;

/** Why the stack cannot be run; the message is written for the person at the terminal. */
public final class StackFailed extends Exception {

    private static final long serialVersionUID = 1L;

    StackFailed(String message) {
        super(message);
    }

    StackFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
