package org.repatria.messaging;

/** Every bound of this module, with its unit and reason. */
public final class Limits {

    /** Commands in one batch: keeps one write message far below MongoDB's 48 MB. */
    public static final int BATCH_MAX = 500;

    /** Attempts of one command when others write the same aggregate: beyond this the caller should see the contention. */
    public static final int ATTEMPTS_MAX = 16;

    /** Unpublished entries of one aggregate: with a few kB each the document stays far below MongoDB's 16 MB. */
    public static final int OUTBOX_ENTRIES_MAX = 200;

    /** Command receipts kept per aggregate, newest first: a repeat comes within minutes, not after hundreds of commands. */
    public static final int RECEIPTS_MAX = 100;

    /** Characters of a command key: room for an actor, a route and a UUID. */
    public static final int COMMAND_KEY_CHARS_MAX = 300;

    private Limits() {}
}
