package org.repatria.cases.domain.strategy;

/** What the rules say of a way, the stronger before the weaker: the strongest that any rule says holds. */
public enum Effect {
    BARRED,
    /** Open once the conditions are met. */
    CONDITIONAL,
    RECOMMENDED,
    LAWFUL;

    public boolean isOpen() {
        return this == RECOMMENDED || this == LAWFUL;
    }

    /** How far it lets people go; what is recommended goes before what is merely lawful. */
    boolean isMorePermissiveThan(Effect other) {
        return freedom() > other.freedom();
    }

    private int freedom() {
        return switch (this) {
            case BARRED -> 0;
            case CONDITIONAL -> 1;
            case LAWFUL -> 2;
            case RECOMMENDED -> 3;
        };
    }
}
