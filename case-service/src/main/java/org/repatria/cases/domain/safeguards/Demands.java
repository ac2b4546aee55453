package org.repatria.cases.domain.safeguards;

import static org.repatria.cases.domain.CaseReason.*;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.repatria.cases.domain.law.Officer;
import org.repatria.cases.domain.law.Setting;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Refusal;
import org.repatria.decider.text.VisibleText;

/** What every act on safeguards asks of the person who acts. */
final class Demands {

    private Demands() {}

    static Optional<Refusal> officer(String about, List<Officer> officers, Setting around) {
        var entitled = officers.stream()
                .anyMatch(officer -> officer.is(around.occasion().by(), around.relation()));
        return entitled
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        WRONG_OFFICER, Obstacle.of("WRONG_OFFICER", about, "This is for " + names(officers) + ".")));
    }

    private static String names(List<Officer> officers) {
        return officers.stream().map(Officer::toString).collect(Collectors.joining(" or "));
    }

    static Optional<Refusal> freeOfConflict(String about, String person, ConflictMarks conflicts) {
        return conflicts.hasConflict(person)
                ? Optional.of(Refusal.of(
                        CONFLICT_OF_INTEREST,
                        Obstacle.of(
                                "CONFLICT_OF_INTEREST",
                                about,
                                "A person with a conflict of interest neither records nor approves here.",
                                "SG-25")))
                : Optional.empty();
    }

    static Optional<Refusal> reasons(String about, String reasons) {
        return VisibleText.isBlank(reasons)
                ? Optional.of(Refusal.of(
                        REASONS_REQUIRED, Obstacle.of("REASONS_REQUIRED", about, "This is done with reasons only.")))
                : Optional.empty();
    }

    static Optional<Refusal> room(int size, int most, String what) {
        return size < most
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        SAFEGUARDS_FULL,
                        Obstacle.of("SAFEGUARDS_FULL", what, "A case takes no more than " + most + " " + what + ".")));
    }
}
