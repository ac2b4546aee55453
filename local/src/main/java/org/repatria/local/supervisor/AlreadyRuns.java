package org.repatria.local.supervisor;

/** Another supervisor holds the home: its system is the one to use. */
public final class AlreadyRuns extends StackFailed {

    private static final long serialVersionUID = 1L;

    AlreadyRuns(String message) {
        super(message);
    }
}
