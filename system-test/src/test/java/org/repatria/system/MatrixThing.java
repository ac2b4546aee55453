package org.repatria.system;

import java.util.Map;
import java.util.Optional;

/**
 * What an operation is asked about.
 *
 * @param name as the table of wrong cells calls it
 * @param standing whose it is; empty where it is nothing in particular, such as a list that is filtered
 * @param ids of it and its parts, by the variables of the paths
 * @param body what is sent instead of the example of the document
 * @param version the current one
 */
record MatrixThing(
        String name, Optional<Standing> standing, Map<String, String> ids, Optional<String> body, long version) {

    /** A list, a view, the house. */
    static MatrixThing nothingInParticular(Map<String, String> ids) {
        return new MatrixThing("-", Optional.empty(), ids, Optional.empty(), 1);
    }

    static MatrixThing of(String name, Standing standing, Map<String, String> ids) {
        return new MatrixThing(name, Optional.of(standing), ids, Optional.empty(), 1);
    }

    MatrixThing at(long current) {
        return new MatrixThing(name, standing, ids, body, current);
    }

    MatrixThing with(String text) {
        return new MatrixThing(name, standing, ids, Optional.of(text), version);
    }

    /** The same when somebody shall be responsible for it. */
    MatrixThing goingTo(String officer) {
        return new MatrixThing(
                name,
                standing.map(it -> it.goingTo(officer)),
                ids,
                Optional.of("{\"assignee\": \"" + officer + "\"}"),
                version);
    }

    @Override
    public String toString() {
        return name;
    }
}
