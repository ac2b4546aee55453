package org.repatria.local.supervisor;

/** Why the stack cannot be run; the message is written for the person at the terminal. */
public sealed class StackFailed extends Exception permits AlreadyRuns {

    private static final long serialVersionUID = 1L;

    StackFailed(String message) {
        super(message);
    }

    StackFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
