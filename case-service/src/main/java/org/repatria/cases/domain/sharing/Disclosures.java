package org.repatria.cases.domain.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The log of what left a case and to whom; the recipients of wrong data are derived from it. */
public record Disclosures(List<Disclosure> log, List<Correction> corrections) {

    /** LIMIT: a disclosure needs two fresh checks, and the checks of a case have their own limit. */
    public static final int LOG_MAX = 500;

    /** LIMIT: more corrections than this mean that the case itself has to be looked at. */
    public static final int CORRECTIONS_MAX = 50;

    public Disclosures {
        log = List.copyOf(log);
        corrections = List.copyOf(corrections);
    }

    public static Disclosures none() {
        return new Disclosures(List.of(), List.of());
    }

    /**
     * Everybody who was sent any of this content, each once, in the order of the first disclosure; no content
     * means all.
     */
    public List<String> recipientsOf(Set<Content> content) {
        return log.stream()
                .filter(disclosure ->
                        content.isEmpty() || disclosure.content().stream().anyMatch(content::contains))
                .flatMap(disclosure -> disclosure.recipients().stream())
                .distinct()
                .toList();
    }

    /** The entries of checks that have let a disclosure pass. */
    Set<String> reliedOn() {
        return log.stream()
                .flatMap(disclosure -> disclosure.reliedOn().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    Disclosures with(Disclosure disclosure) {
        var more = new ArrayList<>(log);
        more.add(disclosure);
        return new Disclosures(more, corrections);
    }

    Disclosures with(Correction correction) {
        var more = new ArrayList<>(corrections);
        more.add(correction);
        return new Disclosures(log, more);
    }

    Disclosures telling(String correctionId, String recipient) {
        return new Disclosures(
                log,
                corrections.stream()
                        .map(correction ->
                                correction.id().equals(correctionId) ? correction.telling(recipient) : correction)
                        .toList());
    }
}
