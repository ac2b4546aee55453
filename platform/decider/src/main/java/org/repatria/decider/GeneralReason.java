package org.repatria.decider;

/** Reasons that mean the same everywhere. */
public enum GeneralReason implements Reason {
    NOT_FOUND(Kind.ABSENT, "There is nothing here");

    private final Kind kind;
    private final String title;

    GeneralReason(Kind kind, String title) {
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

    @Override
    public boolean isImplied() {
        return true;
    }
}
