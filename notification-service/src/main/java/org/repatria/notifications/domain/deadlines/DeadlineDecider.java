package org.repatria.notifications.domain.deadlines;

import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;
import static org.repatria.notifications.domain.deadlines.DeadlineReason.DEADLINE_NOT_WATCHED;
import static org.repatria.notifications.domain.deadlines.DeadlineReason.WARNING_NOT_DUE;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.notifications.domain.deadlines.Deadline.Stopped;
import org.repatria.notifications.domain.deadlines.Deadline.Unwatched;
import org.repatria.notifications.domain.deadlines.Deadline.Watched;
import org.repatria.notifications.domain.deadlines.DeadlineCommand.NoteWarned;
import org.repatria.notifications.domain.deadlines.DeadlineCommand.StopWatching;
import org.repatria.notifications.domain.deadlines.DeadlineCommand.WatchDeadline;
import org.repatria.notifications.domain.deadlines.DeadlineEvent.DeadlineStopped;
import org.repatria.notifications.domain.deadlines.DeadlineEvent.DeadlineWarned;
import org.repatria.notifications.domain.deadlines.DeadlineEvent.DeadlineWatched;

/** A deadline warns once per lead time, whatever is restarted or asked twice. */
public final class DeadlineDecider implements Decider<DeadlineCommand, Deadline, DeadlineEvent> {

    @Override
    public Deadline initial() {
        return new Unwatched();
    }

    @Override
    public Decision<DeadlineEvent> decide(DeadlineCommand command, Deadline state, Occasion on) {
        return switch (new Asked(state, command)) {
            case Asked(Watched w, WatchDeadline c) when w.terms().equals(c.terms()) -> nothingToDo();
            case Asked(Deadline _, WatchDeadline c) -> accept(new DeadlineWatched(c.terms(), c.at()));

            case Asked(Watched w, StopWatching c) -> accept(stopped(w, c));
            case Asked(Deadline _, StopWatching _) -> nothingToDo();

            case Asked(Watched w, NoteWarned c) when w.warned().contains(c.lead()) -> nothingToDo();
            case Asked(Watched w, NoteWarned c) when isDue(w, c, on) -> accept(warned(w, c, on));
            case Asked(Watched _, NoteWarned _) -> refuse(WARNING_NOT_DUE);
            case Asked(Deadline _, NoteWarned _) -> refuse(DEADLINE_NOT_WATCHED);
        };
    }

    @Override
    public Deadline evolve(Deadline state, DeadlineEvent event) {
        return switch (event) {
            case DeadlineWatched e -> new Watched(e.terms(), List.of(), stops(state));
            case DeadlineWarned e -> warned(state, e);
            case DeadlineStopped e -> stopped(state, e);
        };
    }

    private static Optional<Integer> stops(Deadline before) {
        return switch (before) {
            case Unwatched _ -> Optional.empty();
            case Watched w -> w.stops();
            case Stopped s -> Optional.of(s.stops().orElse(0) + 1);
        };
    }

    private static boolean isDue(Watched w, NoteWarned c, Occasion on) {
        return w.terms().leads().contains(c.lead())
                && !w.terms().momentOf(c.lead()).isAfter(on.at());
    }

    /** A clock that was late gives one warning, the nearest, and not a salvo of those it slept through. */
    private static DeadlineEvent warned(Watched w, NoteWarned c, Occasion on) {
        var covered = w.outstanding().filter(lead -> lead >= c.lead()).sorted().toList();
        return new DeadlineWarned(w.terms().deadlineId(), covered, on.at());
    }

    private static Deadline warned(Deadline state, DeadlineWarned e) {
        return switch (state) {
            case Watched w ->
                new Watched(
                        w.terms(),
                        Stream.concat(w.warned().stream(), e.leads().stream()).toList(),
                        w.stops());
            case Unwatched _, Stopped _ ->
                throw new IllegalStateException("warned while not watched: " + e.deadlineId());
        };
    }

    private static DeadlineEvent stopped(Watched w, StopWatching c) {
        return new DeadlineStopped(w.terms().deadlineId(), c.reason(), c.at());
    }

    private static Deadline stopped(Deadline state, DeadlineStopped e) {
        return switch (state) {
            case Watched w -> new Stopped(w.terms(), w.warned(), e.reason(), w.stops());
            case Unwatched _, Stopped _ ->
                throw new IllegalStateException("stopped while not watched: " + e.deadlineId());
        };
    }

    private record Asked(Deadline state, DeadlineCommand command) {}
}
