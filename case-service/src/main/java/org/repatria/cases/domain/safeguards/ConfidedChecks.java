package org.repatria.cases.domain.safeguards;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.repatria.clocks.KnownTo;

/**
 * Of each check, who may know that it was made and how it ended. Of one that is not named here, nobody but the host
 * state may know.
 */
public final class ConfidedChecks {

    private static final Map<String, KnownTo> KNOWN_TO = table();

    private ConfidedChecks() {}

    public static KnownTo knownTo(String check) {
        return KNOWN_TO.getOrDefault(check, KnownTo.HOST);
    }

    /** The checks that somebody has thought of; reference data with others is not read. */
    public static Set<String> named() {
        return KNOWN_TO.keySet();
    }

    /** Source: check catalogue; separation rules. */
    private static Map<String, KnownTo> table() {
        var table = new TreeMap<String, KnownTo>();
        for (var check : new String[] {
            "SG-01", "SG-02", "SG-03", "SG-04", "SG-05", "SG-07", "SG-08", "SG-12", "SG-13", "SG-17", "SG-18", "SG-19",
            "SG-20", "SG-24", "SG-26"
        }) {
            table.put(check, KnownTo.BOTH);
        }
        // How the host state weighs persecution, torture, trial, penalty, disguise, contact, consent, stays and
        // interests.
        for (var check :
                new String[] {"SG-06", "SG-09", "SG-10", "SG-11", "SG-14", "SG-15", "SG-16", "SG-22", "SG-25"}) {
            table.put(check, KnownTo.HOST);
        }
        table.put("SG-21", KnownTo.ASYLUM);
        table.put("SG-23", KnownTo.HEALTH);
        return table;
    }
}
