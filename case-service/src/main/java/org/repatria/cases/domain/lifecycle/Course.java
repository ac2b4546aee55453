package org.repatria.cases.domain.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.clocks.Happened;

/**
 * One pathway, notice, assurance, or the case itself, on its way through its lifecycle.
 *
 * @param kind the lifecycle, such as {@code extradition}
 * @param particulars everything that its moves have said, the latest word of each
 * @param steps every move so far, the oldest first
 */
public record Course(
        String id,
        String kind,
        String title,
        String state,
        Map<String, String> particulars,
        List<Step> steps,
        List<LaterCharge> laterCharges,
        Instant openedAt) {

    public Course {
        particulars = Particulars.inOrder(particulars);
        steps = List.copyOf(steps);
        laterCharges = List.copyOf(laterCharges);
    }

    /** A course that is about to be opened. */
    static Course unopened(String id, String kind, String title, Instant at) {
        return new Course(id, kind, title, Transition.START, Map.of(), List.of(), List.of(), at);
    }

    public Lifecycle lifecycle() {
        return Lifecycles.of(kind);
    }

    public boolean hasEnded() {
        return lifecycle().isEnd(state);
    }

    public boolean isInExecution() {
        return lifecycle().isInExecution(state);
    }

    /** Whether it is in a state or ever was. */
    public boolean hasBeen(String wanted) {
        return state.equals(wanted) || steps.stream().anyMatch(step -> step.to().equals(wanted));
    }

    /** When the last move happened. */
    public Optional<Happened> lastHappened() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast().happened());
    }

    /** The state from which the course turned aside into the one that it is in. */
    Optional<String> turnedAsideFrom() {
        return steps.reversed().stream()
                .filter(step -> step.to().equals(state) && !isWayBack(step))
                .map(Step::from)
                .findFirst();
    }

    private boolean isWayBack(Step step) {
        return lifecycle().row(step.from(), step.to()).filter(Transition::back).isPresent();
    }

    Optional<LaterCharge> laterCharge(String chargeId) {
        return laterCharges.stream()
                .filter(charge -> charge.id().equals(chargeId))
                .findFirst();
    }

    /** The course as the other state is told of it. It has the words for its states, and what goes with them. */
    public Course told() {
        var table = lifecycle();
        var told = new ArrayList<Step>();
        var word = table.toldAtFirst(table.initial());
        for (var step : steps) {
            var next = table.toldAfter(word, step.to());
            // A course may come to where it is a second time, as when a notice is extended again: told by its name, it
            // is a step.
            if (!next.equals(word) || isToldAgain(step, word)) {
                told.add(step.told(word, next, table.told().withDetails()));
            }
            word = next;
        }
        var titled = table.told().withDetails() ? title : kind;
        return new Course(id, kind, titled, word, table.told().told(particulars), told, laterCharges, openedAt);
    }

    private boolean isToldAgain(Step step, String word) {
        return step.from().equals(step.to())
                && word.equals(step.to())
                && lifecycle().isToldByName(step.to());
    }

    /** Whether the other state is told of the last move. */
    public boolean isLastStepTold() {
        var before = new Course(
                id,
                kind,
                title,
                state,
                particulars,
                steps.subList(0, Math.max(0, steps.size() - 1)),
                laterCharges,
                openedAt);
        return told().steps().size() > before.told().steps().size();
    }

    Course moved(Step step, Map<String, String> said) {
        var known = new LinkedHashMap<>(particulars);
        known.putAll(said);
        var longer = new ArrayList<>(steps);
        longer.add(step);
        return new Course(id, kind, title, step.to(), known, longer, laterCharges, openedAt);
    }

    Course charged(LaterCharge charge) {
        var charges = new ArrayList<>(laterCharges);
        charges.removeIf(other -> other.id().equals(charge.id()));
        charges.add(charge);
        return new Course(id, kind, title, state, particulars, steps, charges, openedAt);
    }
}
