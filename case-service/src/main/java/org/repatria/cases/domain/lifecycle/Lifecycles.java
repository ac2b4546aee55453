package org.repatria.cases.domain.lifecycle;

import java.util.List;
import java.util.Optional;

/** Every lifecycle there is. */
public final class Lifecycles {

    private static final List<Lifecycle> ALL = List.of(
            CaseTable.CASE,
            ExtraditionTable.EXTRADITION,
            RemovalTable.REMOVAL,
            HostProsecutionTable.HOST_PROSECUTION,
            VoluntaryReturnTable.VOLUNTARY_RETURN,
            AssetRecoveryTable.ASSET_RECOVERY,
            NoticeTable.NOTICE,
            AssuranceTable.ASSURANCE);

    private Lifecycles() {}

    public static List<Lifecycle> all() {
        return ALL;
    }

    /** The lifecycle that a token names; empty for a token of no lifecycle. */
    public static Optional<Lifecycle> find(String kind) {
        return ALL.stream().filter(lifecycle -> lifecycle.kind().equals(kind)).findFirst();
    }

    /** The lifecycle of a course that is there: its kind is known. */
    public static Lifecycle of(String kind) {
        return find(kind).orElseThrow(() -> new IllegalStateException("no lifecycle " + kind));
    }
}
