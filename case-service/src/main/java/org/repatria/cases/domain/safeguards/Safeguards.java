package org.repatria.cases.domain.safeguards;

/**
 * The safeguards of one case. They are its checks, its stays, who has a conflict of interest, and the rights observed.
 */
public record Safeguards(Checks checks, Stays stays, ConflictMarks conflicts, Rights rights) {

    public static Safeguards none() {
        return new Safeguards(Checks.none(), Stays.none(), ConflictMarks.none(), Rights.none());
    }

    Safeguards with(Checks next) {
        return new Safeguards(next, stays, conflicts, rights);
    }

    Safeguards with(Stays next) {
        return new Safeguards(checks, next, conflicts, rights);
    }

    Safeguards with(ConflictMarks next) {
        return new Safeguards(checks, stays, next, rights);
    }

    Safeguards with(Rights next) {
        return new Safeguards(checks, stays, conflicts, next);
    }
}
