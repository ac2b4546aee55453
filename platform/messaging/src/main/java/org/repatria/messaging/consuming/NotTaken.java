package org.repatria.messaging.consuming;

/**
 * A batch of records ended before all were done. The one at {@code first} has to be offered again, and those after it.
 */
final class NotTaken extends RuntimeException {

    private final int first;
    private final RuntimeException reason;

    NotTaken(int first, RuntimeException reason) {
        super(reason);
        this.first = first;
        this.reason = reason;
    }

    int first() {
        return first;
    }

    RuntimeException reason() {
        return reason;
    }
}
