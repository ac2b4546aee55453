package org.repatria.cases.domain.sharing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.facts.Fact;
import org.repatria.cases.domain.facts.FactName;
import org.repatria.cases.domain.reference.Occasion;
import org.repatria.cases.domain.reference.Officer;
import org.repatria.cases.domain.reference.SafeguardRule;
import org.repatria.cases.domain.safeguards.CheckEntry;
import org.repatria.decider.Actor;

/**
 * Who may read why a check ended as it did, and on what it rests: the own side, and whom the check's rule names on the
 * other; and what of a file stands in a compartment (source: separation rules; need to know).
 *
 * @param granted to whom compartments of the case are open
 * @param occasion who reads, under the rules as they are known then
 */
public record NeedToKnow(Relation relation, List<Grant> granted, Occasion occasion) {

    /** Says to whom a compartment is closed why something is not open; the word compartment would tell of one. */
    public static final String ON_A_CLOSED_GROUND = "on a ground that is not open to you (source: need to know)";

    /** Checks whose grounds belong to a compartment. */
    private static final Map<String, Compartment> CONFIDED =
            Map.of("SG-21", Compartment.ASYLUM, "SG-23", Compartment.HEALTH);

    /** Questions whose answer belongs to a compartment. */
    private static final Map<FactName, Compartment> ANSWERED_IN =
            Map.of(FactName.IMMIGRATION_STATUS, Compartment.ASYLUM, FactName.HEALTH, Compartment.HEALTH);

    public NeedToKnow {
        granted = List.copyOf(granted);
    }

    /** Questions whose answers stand in a compartment. */
    public static Set<FactName> confided() {
        return ANSWERED_IN.keySet();
    }

    /** Those of them whose compartment is closed to who reads, whether anybody has answered them or not. */
    public Set<FactName> closed() {
        return ANSWERED_IN.entrySet().stream()
                .filter(question -> !maySee(question.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a compartment is open to who reads. */
    public boolean maySee(Compartment compartment) {
        return Compartments.maySee(occasion.by(), relation, compartment, granted);
    }

    /** The answer to a question of the file; who gave it knows it. */
    public boolean mayRead(Fact fact) {
        return Optional.ofNullable(ANSWERED_IN.get(fact.name()))
                        .map(this::maySee)
                        .orElse(true)
                || fact.assessor().equals(occasion.by().id());
    }

    /** Reasons and evidence of a check; that it was made, when and with which result is no secret between the two states. */
    public boolean mayReadGroundsOf(CheckEntry entry) {
        var reader = occasion.by();
        if (entry.recorded().isOf(reader.id())) {
            return true;
        }
        return CONFIDED.containsKey(entry.check())
                ? !isClosed(entry)
                : areOfOneSide(reader, entry.recorded().authority()) || isNamedOnASide(entry);
    }

    /** Whether a compartment keeps the grounds of a check from who reads. */
    public boolean isClosed(CheckEntry entry) {
        return !entry.recorded().isOf(occasion.by().id())
                && Optional.ofNullable(CONFIDED.get(entry.check()))
                        .filter(kept -> !Compartments.maySee(occasion.by(), relation, kept, grants(entry, kept)))
                        .isPresent();
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
