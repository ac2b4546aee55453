package org.repatria.cases.domain.safeguards;

import org.repatria.cases.domain.law.Setting;
import org.repatria.decider.Decision;

/** The safeguards of a case: which part answers, and what it becomes. */
public final class SafeguardDecider {

    private SafeguardDecider() {}

    public static Decision<SafeguardEvent> decide(SafeguardCommand command, Safeguards state, Setting around) {
        return switch (command) {
            case CheckCommand c -> CheckDecider.decide(c, state, around);
            case StayCommand c -> StayDecider.decide(c, state, around);
            case ConflictCommand c -> ConflictDecider.decide(c, state, around);
            case RightCommand c -> RightDecider.decide(c, state, around);
        };
    }

    public static Safeguards evolve(Safeguards state, SafeguardEvent event) {
        return switch (event) {
            case CheckEvent e -> state.with(CheckDecider.evolve(state.checks(), e));
            case StayEvent e -> state.with(StayDecider.evolve(state.stays(), e));
            case ConflictEvent e -> state.with(ConflictDecider.evolve(state.conflicts(), e));
            case RightEvent e -> state.with(RightDecider.evolve(state.rights(), e));
        };
    }
}
