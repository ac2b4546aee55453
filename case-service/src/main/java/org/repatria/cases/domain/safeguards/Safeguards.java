package org.repatria.cases.domain.safeguards;

/** The safeguards of one case: its checks, its stays and who has a conflict of interest. */
public record Safeguards(Checks checks, Stays stays, ConflictMarks conflicts) {

    public static Safeguards none() {
        return new Safeguards(Checks.none(), Stays.none(), ConflictMarks.none());
    }

    Safeguards with(Checks next) {
        return new Safeguards(next, stays, conflicts);
    }

    Safeguards with(Stays next) {
        return new Safeguards(checks, next, conflicts);
    }

    Safeguards with(ConflictMarks next) {
        return new Safeguards(checks, stays, next);
    }
}
