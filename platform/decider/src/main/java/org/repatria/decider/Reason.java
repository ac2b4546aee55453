package org.repatria.decider;

/** One reason for which commands are refused. Each aggregate has an enum of its own. */
public interface Reason {

    /** A stable code for the outside: UPPER_SNAKE, never renamed. */
    String name();

    Kind kind();

    /** The same words for every occurrence, without a full stop. */
    String title();

    /** Whether any command may be refused for it, so that none says it; such is the rule of a field. */
    default boolean isImplied() {
        return kind() == Kind.INVALID;
    }

    /** What sort of obstacle a reason is. */
    enum Kind {
        /** What the command is about is not there. */
        ABSENT,
        /** It is for somebody else to do. */
        NOT_YOURS,
        /** The state of things does not allow it now. */
        CONFLICTING,
        /** What was said lacks something, or cannot be used. */
        INCOMPLETE,
        /** A field of what was said breaks a rule; the obstacles name the field. */
        INVALID
    }
}
