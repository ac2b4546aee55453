package org.repatria.messaging.accessjournal.verifying;

/**
 * The first thing that is wrong with a chain, or with the file around its chains.
 *
 * @param chain its id; empty for the file around the chains
 * @param line from 1; of what is missing the line where it should stand
 * @param sequence of the entry that should stand there; 0 for the line that begins a chain, one more than it has
 *     entries for the line that ends it
 */
public record Finding(String chain, int line, long sequence, Fault fault, String detail) {

    /** Of the file around the chains. */
    static Finding ofFile(int line, Fault fault, String detail) {
        return new Finding("", line, 0, fault, detail);
    }

    @Override
    public String toString() {
        return "line " + line + (chain.isEmpty() ? "" : ", chain " + chain + ", sequence " + sequence) + ": "
                + fault.words() + ": " + detail;
    }
}
