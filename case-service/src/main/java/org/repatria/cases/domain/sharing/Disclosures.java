package org.repatria.cases.domain.sharing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The log of what left a case and to whom, and who inside sees a compartment. The recipients of wrong data are derived
 * from it.
 *
 * @param grants those in force when the last one was given; the journal keeps the others
 */
public record Disclosures(List<Disclosure> log, List<Correction> corrections, List<CompartmentGrant> grants) {

    /** LIMIT: a disclosure needs two fresh checks, and the checks of a case have their own limit. */
    public static final int LOG_MAX = 500;

    /** LIMIT: more corrections than this mean that the case itself has to be looked at. */
    public static final int CORRECTIONS_MAX = 50;

    /** LIMIT: grants in force; where more officers than this need a compartment, it keeps nothing. */
    public static final int GRANTS_MAX = 100;

    public Disclosures {
        log = List.copyOf(log);
        corrections = List.copyOf(corrections);
        grants = List.copyOf(grants);
    }

    public static Disclosures none() {
        return new Disclosures(List.of(), List.of(), List.of());
    }

    /**
     * Everybody who was sent any of this content, each once, in the order of the first disclosure. No content means
     * all.
     */
    public List<String> recipientsOf(Set<Content> content) {
        return log.stream()
                .filter(disclosure ->
                        content.isEmpty() || disclosure.content().stream().anyMatch(content::contains))
                .flatMap(disclosure -> disclosure.recipients().stream())
                .distinct()
                .toList();
    }

    /** Who sees what at a moment. */
    public List<Grant> grantsAt(Instant moment) {
        return grantsInForceAt(moment).stream().map(CompartmentGrant::grant).toList();
    }

    /** The same with who opened it, why and how long. */
    public List<CompartmentGrant> grantsInForceAt(Instant moment) {
        return grants.stream().filter(grant -> grant.isInForceAt(moment)).toList();
    }

    Optional<CompartmentGrant> grant(String grantId) {
        return grants.stream().filter(grant -> grant.id().equals(grantId)).findFirst();
    }

    Disclosures with(CompartmentGrant grant) {
        var inForce = new ArrayList<>(grantsInForceAt(grant.signature().at()));
        inForce.add(grant);
        return new Disclosures(log, corrections, inForce);
    }

    Disclosures withoutGrant(String grantId) {
        return new Disclosures(
                log,
                corrections,
                grants.stream().filter(grant -> !grant.id().equals(grantId)).toList());
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
        return new Disclosures(more, corrections, grants);
    }

    Disclosures with(Correction correction) {
        var more = new ArrayList<>(corrections);
        more.add(correction);
        return new Disclosures(log, more, grants);
    }

    Disclosures telling(String correctionId, String recipient) {
        return new Disclosures(
                log,
                corrections.stream()
                        .map(correction ->
                                correction.id().equals(correctionId) ? correction.telling(recipient) : correction)
                        .toList(),
                grants);
    }
}
