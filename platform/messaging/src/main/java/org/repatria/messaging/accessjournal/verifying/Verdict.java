package org.repatria.messaging.accessjournal.verifying;

import java.util.List;

/**
 * What the verifier says of a file.
 *
 * @param findings the first of each chain that is not whole, in the order of their lines; none when all is whole
 * @param follows what the first chain follows, which is not in the file; empty when it is the first of all
 */
public record Verdict(long entries, int chains, List<Finding> findings, String follows) {

    public Verdict {
        findings = List.copyOf(findings);
    }

    public boolean whole() {
        return findings.isEmpty();
    }
}
