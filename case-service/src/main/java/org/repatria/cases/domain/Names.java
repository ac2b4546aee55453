package org.repatria.cases.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * What a person is called, in the scripts in which it was handed over.
 *
 * @param primary the name of the list entry
 * @param aliases further names and spellings
 */
public record Names(String primary, List<String> aliases) {

    public Names {
        aliases = List.copyOf(aliases);
    }

    public List<String> all() {
        var all = new ArrayList<String>(aliases.size() + 1);
        all.add(primary);
        all.addAll(aliases);
        return List.copyOf(all);
    }
}
