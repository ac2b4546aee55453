package org.repatria.clocks.reading;

/**
 * Something that reference data must not contain.
 *
 * @param place file and line, such as {@code clock-rules.yaml:17}; of an amendment its field
 * @param what a finished clause, such as {@code trigger: there is no happening extradition.ARRESTED}
 */
public record Fault(String place, String what) {

    @Override
    public String toString() {
        return place + " " + what;
    }
}
