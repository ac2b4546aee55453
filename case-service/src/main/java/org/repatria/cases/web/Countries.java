package org.repatria.cases.web;

import java.util.List;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.edge.FieldError;
import org.repatria.edge.Problem;

/** Reads country codes that came over the wire, with an error that says where a wrong one stood. */
final class Countries {

    private static final String RULE = "must be a country code of ISO 3166-1 alpha-2, such as \"XR\"";

    private static final String TWO_STATES = "TWO_STATES";
    private static final String TWO_STATES_RULE = "must be another state than the requesting one";

    private Countries() {}

    /** The two states of a case, each named at its field. */
    static Relation inBody(String requestingState, String requestedState) {
        var relation = new Relation(code(requestingState, "/requestingState"), code(requestedState, "/requestedState"));
        if (relation.isWithOneself()) {
            throw Problem.invalidField("/requestedState", TWO_STATES, TWO_STATES_RULE);
        }
        return relation;
    }

    static CountryCode code(String text, String pointer) {
        return CountryCode.parse(text)
                .orElseThrow(() -> Problem.invalidBody(List.of(new FieldError(pointer, "COUNTRY", RULE)))
                        .raised());
    }

    static Relation inQuery(String requestingState, String requestedState) {
        var relation = new Relation(
                parameter(requestingState, "requestingState"), parameter(requestedState, "requestedState"));
        if (relation.isWithOneself()) {
            throw Problem.invalidParameters(
                            List.of(new FieldError("query:requestedState", TWO_STATES, TWO_STATES_RULE)))
                    .raised();
        }
        return relation;
    }

    private static CountryCode parameter(String text, String name) {
        return CountryCode.parse(text)
                .orElseThrow(() -> Problem.invalidParameters(List.of(new FieldError("query:" + name, "COUNTRY", RULE)))
                        .raised());
    }
}
