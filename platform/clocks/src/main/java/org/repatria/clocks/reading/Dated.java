package org.repatria.clocks.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.repatria.clocks.Validity;

/** A row and the two times of it. */
public record Dated(ReferenceRow row, Validity validity) {

    /** Where two rows of one id are in force on the same day: two truths. */
    public static List<Fault> inForceTwice(List<Dated> rows) {
        var faults = new ArrayList<Fault>();
        rows.stream()
                .collect(Collectors.groupingBy(
                        dated -> dated.row().kind() + "/" + dated.row().id()))
                .values()
                .forEach(versions -> checkTwoTruths(versions, faults));
        return faults;
    }

    private static void checkTwoTruths(List<Dated> versions, List<Fault> faults) {
        for (var later = 1; later < versions.size(); later++) {
            for (var earlier = 0; earlier < later; earlier++) {
                var one = versions.get(earlier);
                var other = versions.get(later);
                if (bothUsed(one, other) && one.validity().overlaps(other.validity())) {
                    faults.add(other.row()
                            .fault(
                                    "id",
                                    other.row().id() + " is in force twice on the same day, see "
                                            + one.row().fault("id", "").place()));
                }
            }
        }
    }

    private static boolean bothUsed(Dated one, Dated other) {
        return Stream.of(one, other)
                .noneMatch(dated -> dated.row().says("status", "VACATED")
                        || dated.validity().replacedAt().isPresent());
    }
}
