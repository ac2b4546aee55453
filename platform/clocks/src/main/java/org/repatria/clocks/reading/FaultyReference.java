package org.repatria.clocks.reading;

import java.util.List;
import java.util.stream.Collectors;

/** Reference data that cannot be relied on. The service does not start with it, and an amendment like it is refused. */
public final class FaultyReference extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    public FaultyReference(List<Fault> faults) {
        super(faults.stream()
                .map(Fault::toString)
                .collect(Collectors.joining(System.lineSeparator(), "reference data:" + System.lineSeparator(), "")));
        this.faults = List.copyOf(faults);
    }

    /** Stops where anything is wrong. Errors: {@link FaultyReference} with all of it. */
    public static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new FaultyReference(faults);
        }
    }

    /** All faults at once. */
    public List<Fault> faults() {
        return faults;
    }
}
