package org.repatria.cases.domain.safeguards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;

/** The persons who neither propose nor approve in this case. */
public record ConflictMarks(List<ConflictMark> marks) {

    /** LIMIT: more than the staff of one authority that can meet one case. */
    public static final int MARKS_MAX = 200;

    public ConflictMarks {
        marks = List.copyOf(marks);
    }

    public static ConflictMarks none() {
        return new ConflictMarks(List.of());
    }

    Optional<ConflictMark> mark(String officer) {
        return marks.stream().filter(mark -> mark.officer().equals(officer)).findFirst();
    }

    public boolean hasConflict(String officer) {
        return marks.stream().anyMatch(mark -> mark.officer().equals(officer));
    }

    /** Those that the officers of one side have set. */
    public ConflictMarks setBy(Side side, Relation relation) {
        return new ConflictMarks(marks.stream()
                .filter(mark -> Side.of(mark.signature().authority(), relation) == side)
                .toList());
    }

    ConflictMarks with(ConflictMark mark) {
        var more = new ArrayList<>(marks);
        more.add(mark);
        return new ConflictMarks(more);
    }

    ConflictMarks without(String officer) {
        return new ConflictMarks(
                marks.stream().filter(mark -> !mark.officer().equals(officer)).toList());
    }
}
