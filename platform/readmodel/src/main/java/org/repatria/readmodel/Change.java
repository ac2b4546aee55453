package org.repatria.readmodel;

/** What somebody is told who follows a view: which rows to look at again, and nothing of what they say. */
public sealed interface Change {

    /** The first of all. What is asked for from now on shows whatever happened before, and what comes is told. */
    record Following() implements Change {}

    /**
     * A row that the actor may see is shown at a new version.
     *
     * @param version in full for those to whom the row says so, the told one for others
     */
    record Shown(String id, long version) implements Change {}

    /** More has happened than was told: whatever is shown is to be asked for again. */
    record Reset() implements Change {}
}
