package org.repatria.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.repatria.system.PolicyTable.Verdict;

/**
 * One cell of role x side x relation x operation.
 *
 * @param isSecret whether it is a secret that the thing is there
 * @param saysWhy whether X-Purpose is sent
 * @param versions what is sent as If-Match, one after the other
 */
record MatrixCell(
        ApiOperation operation,
        Officer officer,
        MatrixThing thing,
        boolean isSecret,
        boolean saysWhy,
        List<Optional<String>> versions,
        Verdict expected) {

    /** So far no thing gets: what is sent with it changes nothing, whoever sends it. */
    private static final Optional<String> STALE = Optional.of("\"999999\"");

    /** Every cell of one operation. */
    static List<MatrixCell> of(ApiOperation operation, PolicyTable table, MatrixThings things, List<Officer> officers) {
        var cells = new ArrayList<MatrixCell>();
        for (var officer : officers) {
            for (var thing : things.of(operation, table, officer)) {
                cells.add(of(operation, table, officer, thing, false));
                if (table.minds(officer, operation.id())) {
                    cells.add(of(operation, table, officer, thing, true));
                }
            }
        }
        return cells;
    }

    private static MatrixCell of(
            ApiOperation operation, PolicyTable table, Officer officer, MatrixThing thing, boolean saysWhy) {
        var expected = thing.standing()
                .map(standing -> table.verdict(officer, operation.id(), standing, saysWhy))
                .orElseGet(() -> table.verdict(officer, operation.id(), saysWhy));
        return new MatrixCell(
                operation,
                officer,
                thing,
                operation.isOnOne() && PolicyTable.isSecret(table.object(operation.id())),
                saysWhy,
                versions(operation, table.isOffice(officer, operation.id()), thing, expected),
                expected);
    }

    /**
     * Whoever is refused is refused whatever version they name, and that happens at different places. Whoever is
     * allowed names one that changes nothing; none, only where a part of the thing is asked about that is not there.
     */
    private static List<Optional<String>> versions(
            ApiOperation operation, boolean isOffice, MatrixThing thing, Verdict expected) {
        if (!operation.isCommand() || !operation.isOnOne()) {
            return List.of(Optional.empty());
        }
        var current = operation.needs("header:If-Match")
                ? Optional.of("\"" + thing.version() + "\"")
                : Optional.<String>empty();
        if (expected == Verdict.ALLOWED) {
            var isHarmless = current.isEmpty() && !thing.ids().keySet().containsAll(operation.variables());
            return isHarmless ? List.of(STALE, current) : List.of(STALE);
        }
        // Who has no such office at all is refused before anything is read.
        return isOffice ? List.of(current, STALE) : List.of(current);
    }

    @Override
    public String toString() {
        return "%-27s%-16s%-32s%-11s".formatted(operation.id(), officer, thing, saysWhy ? "saying why" : "");
    }
}
