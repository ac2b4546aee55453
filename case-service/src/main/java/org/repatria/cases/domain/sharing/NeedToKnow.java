package org.repatria.cases.domain.sharing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.reference.Occasion;
import org.repatria.cases.domain.reference.Officer;
import org.repatria.cases.domain.reference.SafeguardRule;
import org.repatria.cases.domain.safeguards.CheckEntry;
import org.repatria.decider.Actor;

/**
 * Who may read why a check ended as it did, and on what it rests: the own side, and whom the check's rule names on the
 * other (source: separation rules; need to know).
 *
 * @param occasion who reads, under the rules as they are known then
 */
public record NeedToKnow(Relation relation, Occasion occasion) {

    /** Checks whose grounds belong to a compartment. */
    private static final Map<String, Compartment> CONFIDED =
            Map.of("SG-21", Compartment.ASYLUM, "SG-23", Compartment.HEALTH);

    /** Reasons and evidence of a check; that it was made, when and with which result is no secret between the two states. */
    public boolean mayReadGroundsOf(CheckEntry entry) {
        var reader = occasion.by();
        if (entry.recorded().isOf(reader.id())) {
            return true;
        }
        var compartment = Optional.ofNullable(CONFIDED.get(entry.check()));
        return compartment
                .map(kept -> Compartments.maySee(reader, relation, kept, grants(entry, kept)))
                .orElseGet(() -> areOfOneSide(reader, entry.recorded().authority()) || isNamedOnASide(entry));
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
                : List.of();
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
