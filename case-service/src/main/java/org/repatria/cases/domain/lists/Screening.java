package org.repatria.cases.domain.lists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.repatria.cases.domain.BirthDate;
import org.repatria.cases.domain.IdentityMinimum;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.lists.ListRow.PersonRow;
import org.repatria.cases.domain.lists.ListRow.UnusableCell;

/**
 * The first look at a row: may a case be opened on it, or does a person have to look? It decides nothing about anybody.
 */
public final class Screening {

    /** Years of age below which a birth date on a list of officials is more likely wrong than right. */
    static final int AGE_MIN = 18;

    /** Years of age above which the same holds. */
    static final int AGE_MAX = 110;

    private Screening() {}

    /** Why the row has to wait; empty when a case may be opened. What is unknown holds nobody. */
    public static List<HoldReason> holdReasons(PersonRow row, Relation relation, LocalDate handedOverOn) {
        var reasons = new ArrayList<HoldReason>();
        if (!IdentityMinimum.gaps(row.subject()).isEmpty()) {
            reasons.add(HoldReason.IDENTITY_INSUFFICIENT);
        }
        if (row.status() == ReportedStatus.DECEASED) {
            reasons.add(HoldReason.REPORTED_DECEASED);
        }
        if (row.location().filter(place -> !place.equals(relation.requested())).isPresent()) {
            reasons.add(HoldReason.NOT_LOCATED_IN_HOST);
        }
        if (row.subject()
                        .birthDate()
                        .filter(born -> !isPlausible(born, handedOverOn))
                        .isPresent()
                || row.unusable().stream().anyMatch(Screening::isContradictory)) {
            reasons.add(HoldReason.UNCLEAR);
        }
        if (row.unusable().stream().anyMatch(cell -> !isContradictory(cell))) {
            reasons.add(HoldReason.CELL_UNUSABLE);
        }
        return List.copyOf(reasons);
    }

    private static boolean isContradictory(UnusableCell cell) {
        return cell.reason() == RejectReason.CONTRADICTORY;
    }

    private static boolean isPlausible(BirthDate born, LocalDate handedOverOn) {
        var age = handedOverOn.getYear() - born.year();
        return age >= AGE_MIN && age <= AGE_MAX;
    }
}
