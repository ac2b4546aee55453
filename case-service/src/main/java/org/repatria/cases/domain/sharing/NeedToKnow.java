package org.repatria.cases.domain.sharing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.facts.Fact;
import org.repatria.cases.domain.facts.FactName;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.law.Officer;
import org.repatria.cases.domain.law.SafeguardRule;
import org.repatria.cases.domain.safeguards.CheckEntry;
import org.repatria.cases.domain.safeguards.ConfidedChecks;
import org.repatria.clocks.KnownTo;
import org.repatria.decider.Actor;

/**
 * Who may read why a check ended as it did, and on what it rests. These are the own side, and whom the check's rule
 * names on the other. It also says what of a file stands in a compartment (source: separation rules; need to know).
 *
 * @param granted to whom compartments of the case are open
 * @param occasion who reads, under the rules as they are known then
 */
public record NeedToKnow(Relation relation, List<Grant> granted, LegalOccasion occasion) {

    /**
     * Says why something is not open, to somebody to whom a compartment is closed. The word "compartment" would reveal
     * that there is one.
     */
    public static final String ON_A_CLOSED_GROUND = "on a ground that is not open to you (source: need to know)";

    private static final Set<FactName> CONFIDED = Arrays.stream(FactName.values())
            .filter(name -> !name.knownTo().isTold())
            .collect(Collectors.toUnmodifiableSet());

    public NeedToKnow {
        granted = List.copyOf(granted);
    }

    /** Questions of which the other state is told nothing. */
    public static Set<FactName> confided() {
        return CONFIDED;
    }

    /** Questions whose answers are closed to who reads, whether anybody has answered them or not. */
    public Set<FactName> closed() {
        return Arrays.stream(FactName.values())
                .filter(name -> !mayKnow(name.knownTo()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether who reads is among those who may know. */
    public boolean mayKnow(KnownTo knownTo) {
        return switch (knownTo) {
            case BOTH -> side() != Side.NEITHER;
            case HOST -> side() == Side.REQUESTED;
            case ASYLUM -> maySee(Compartment.ASYLUM);
            case HEALTH -> maySee(Compartment.HEALTH);
        };
    }

    private Side side() {
        return Side.of(occasion.by().authority(), relation);
    }

    /** Whether a compartment is open to who reads. */
    public boolean maySee(Compartment compartment) {
        return Compartments.maySee(occasion.by(), relation, compartment, granted);
    }

    /** The answer to a question of the file; who gave it knows it. */
    public boolean mayRead(Fact fact) {
        return mayKnow(fact.name().knownTo())
                || fact.assessor().equals(occasion.by().id());
    }

    /** Reasons and evidence of a check. */
    public boolean mayReadGroundsOf(CheckEntry entry) {
        var reader = occasion.by();
        if (entry.recorded().isOf(reader.id())) {
            return true;
        }
        return compartment(entry).isPresent()
                ? !isClosed(entry)
                : areOfOneSide(reader, entry.recorded().authority()) || isNamedOnASide(entry);
    }

    /** Whether a compartment keeps the grounds of a check from who reads. */
    public boolean isClosed(CheckEntry entry) {
        return !entry.recorded().isOf(occasion.by().id())
                && compartment(entry)
                        .filter(kept -> !Compartments.maySee(occasion.by(), relation, kept, grants(entry, kept)))
                        .isPresent();
    }

    private static Optional<Compartment> compartment(CheckEntry entry) {
        return switch (ConfidedChecks.knownTo(entry.check())) {
            case ASYLUM -> Optional.of(Compartment.ASYLUM);
            case HEALTH -> Optional.of(Compartment.HEALTH);
            case BOTH, HOST -> Optional.empty();
        };
    }

    private boolean areOfOneSide(Actor reader, String authority) {
        var side = Side.of(reader.authority(), relation);
        return side != Side.NEITHER && side == Side.of(authority, relation);
    }

    /** An officer of the other state reads what the rule lets that officer approve. */
    private boolean isNamedOnASide(CheckEntry entry) {
        return named(entry).anyMatch(officer -> officer.side() != Side.NEITHER && officer.is(occasion.by(), relation));
    }

    /** Who records or approves a check of a compartment has the grant with the office. */
    private List<Grant> grants(CheckEntry entry, Compartment compartment) {
        return named(entry).anyMatch(officer -> officer.is(occasion.by(), relation))
                ? List.of(new Grant(occasion.by().id(), compartment))
                : granted;
    }

    private Stream<Officer> named(CheckEntry entry) {
        return occasion.rules()
                .safeguard(entry.check(), occasion.today())
                .map(NeedToKnow::officers)
                .orElseGet(Stream::empty);
    }

    private static Stream<Officer> officers(SafeguardRule rule) {
        return Stream.concat(rule.recordedBy().stream(), rule.approvedBy().stream());
    }
}
