package org.repatria.edge;

import java.util.Collection;
import java.util.List;

/**
 * What a caller may ask for of one thing, by the policy. A page shows these and no others; whether the thing lets it
 * happen now, its own rules decide.
 *
 * @param operations ids of the API document, in order
 */
public record Acts(List<String> operations) {

    public static final String EXAMPLE = """
            {"operations": ["assignCase", "readCase"]}""";

    public static Acts of(Collection<String> operations) {
        return new Acts(operations.stream().sorted().toList());
    }
}
