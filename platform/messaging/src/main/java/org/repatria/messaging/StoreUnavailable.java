package org.repatria.messaging;

/** The database does not answer in time. Nothing is half done; a repeat with the same command id is safe. */
public final class StoreUnavailable extends RuntimeException {
    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
