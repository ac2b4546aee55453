package org.repatria.cases.domain.lists;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.repatria.decider.NamesReasons;
import org.repatria.decider.Reason;

/** Why something asked of a list is refused. */
public enum ListReason implements Reason {
    /** There is none, or none for who asks. */
    LIST_NOT_FOUND(Kind.ABSENT, "There is no such list"),
    /** The two states have another list under this reference. */
    LIST_REFERENCE_IN_USE(Kind.CONFLICTING, "The two states have another list under this reference"),
    /** On another day. */
    LIST_ALREADY_ACKNOWLEDGED(Kind.CONFLICTING, "The list was acknowledged on another day"),
    /** The day lies before the hand-over, or is still to come. */
    LIST_ACKNOWLEDGEMENT_OUT_OF_TIME(Kind.INCOMPLETE, "The day lies before the hand-over, or is still to come"),
    /** Rows are decided on when all of them were looked at. */
    LIST_STILL_RECEIVING(Kind.CONFLICTING, "Rows of the list are still being looked at"),
    LIST_ROW_NOT_FOUND(Kind.ABSENT, "The list has no such row"),
    LIST_ROW_NOT_HELD(Kind.CONFLICTING, "The row is not held, or what it says was not kept"),
    LIST_ROW_REASONS_REQUIRED(Kind.INCOMPLETE, "A row is decided on with reasons only"),
    /** Nobody has proposed anything for the row. */
    LIST_ROW_NOT_PROPOSED(Kind.CONFLICTING, "Nothing is proposed for the row"),
    /** A second person has agreed already. */
    LIST_ROW_DECIDED(Kind.CONFLICTING, "A second person has agreed already"),
    /** Two persons are needed. */
    LIST_ROW_SAME_PERSON(Kind.CONFLICTING, "Two persons are needed"),
    LIST_DECISIONS_TOO_MANY(Kind.CONFLICTING, "Too many rows of the list wait for a second person"),
    LIST_ROWS_OUT_OF_ORDER(Kind.CONFLICTING, "The rows come out of order"),
    LIST_ROWS_TOO_MANY(Kind.CONFLICTING, "The list takes no more rows");

    private final Kind kind;
    private final String title;

    ListReason(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }

    /** For which of them a command can be refused; what stands on an interface holds for all its commands. */
    @NamesReasons
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface RefusedFor {

        ListReason[] value();
    }
}
