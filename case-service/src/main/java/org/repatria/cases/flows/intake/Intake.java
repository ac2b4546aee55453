package org.repatria.cases.flows.intake;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.ListId;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.OpenCase;
import org.repatria.cases.domain.casefile.Origin;
import org.repatria.cases.domain.lists.CaseList;
import org.repatria.cases.domain.lists.CaseList.Known;
import org.repatria.cases.domain.lists.CaseList.Received;
import org.repatria.cases.domain.lists.CaseList.Receiving;
import org.repatria.cases.domain.lists.EntryOutcome;
import org.repatria.cases.domain.lists.Funnel;
import org.repatria.cases.domain.lists.ListCommand;
import org.repatria.cases.domain.lists.ListCommand.RecordScreenedRows;
import org.repatria.cases.domain.lists.ListCommand.SettleRow;
import org.repatria.cases.domain.lists.ListRow;
import org.repatria.cases.domain.lists.ListRow.PersonRow;
import org.repatria.cases.domain.lists.ListRow.UnreadableRow;
import org.repatria.cases.domain.lists.RejectReason;
import org.repatria.cases.domain.lists.RowDecision;
import org.repatria.cases.domain.lists.Screening;
import org.repatria.decider.Actor;
import org.repatria.decider.Ids;
import org.repatria.decider.Occasion;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.Aggregates.Current;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.VersionCondition;
import reactor.core.publisher.Mono;

/**
 * Takes a received list through its rows, a batch at a time: screen, claim, open, note, advance. Every step can be
 * repeated without effect, so a crash between any two of them costs one batch of work and nothing else.
 *
 * <p>Blocks its thread, which is therefore a virtual one.
 */
public final class Intake {

    private final Aggregates<CaseCommand, Case> cases;
    private final Aggregates<ListCommand, CaseList> lists;
    private final Claiming claiming;
    private final ListEntries entries;
    private final InstantSource clock;

    public Intake(
            Aggregates<CaseCommand, Case> cases,
            Aggregates<ListCommand, CaseList> lists,
            Claiming claiming,
            ListEntries entries,
            InstantSource clock) {
        this.cases = cases;
        this.lists = lists;
        this.claiming = claiming;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Who hands a list over and why, for the journal of everything that comes of it.
     *
     * @param purpose empty when none was given
     */
    public record Handing(Actor actor, String purpose, Optional<String> traceparent) {}

    /** Goes on where the list stands and ends when every row has its outcome. */
    public Current<CaseList> complete(Current<CaseList> list, ListFile file, Handing handing) {
        return switch (list.state()) {
            case Receiving receiving -> complete(receiving, file, handing);
            case Received _ -> list;
            case CaseList.Unknown _ -> throw new IllegalStateException("a list is received before its rows are");
        };
    }

    private Current<CaseList> complete(Receiving list, ListFile file, Handing handing) {
        try (var rows = file.rows()) {
            skip(rows, list.funnel().rows());
            while (true) {
                var batch = rows.next(Limits.BATCH_ROWS);
                if (batch.isEmpty()) {
                    throw new IllegalStateException("the file has fewer rows than were counted");
                }
                var now = advance(list, batch, handing);
                if (now.state() instanceof Received) {
                    return now;
                }
            }
        }
    }

    /**
     * Carries out what two persons decided on a held row. It does nothing where that is done already, or nobody
     * decided.
     */
    public Current<CaseList> carryOut(ListId listId, int row, Handing handing) {
        var list = Optional.ofNullable(lists.read(listId.value()).block(Limits.STEP_MAX))
                .orElseThrow();
        return list.state() instanceof Received received
                ? received.decision(row)
                        .filter(decision -> decision.approvedBy().isPresent())
                        .map(decision -> carryOut(received, decision, handing))
                        .orElse(list)
                : list;
    }

    private Current<CaseList> carryOut(Received list, RowDecision decision, Handing handing) {
        var entry = Optional.ofNullable(
                        entries.rows(list.id(), decision.row(), decision.row()).block(Limits.STEP_MAX))
                .flatMap(found -> found.stream().findFirst())
                .orElseThrow(() -> new IllegalStateException("a decision on a row that is not there"));
        var outcome = entry.person()
                .map(person -> outcome(list, person, decision, handing))
                // A process died after the row had its outcome and before the list was told.
                .orElseGet(entry::outcome);
        entries.settle(list.id(), entry.settled(outcome)).block(Limits.STEP_MAX);
        var command = new SettleRow(decision.row(), outcome);
        return settled(
                list.id().value(),
                () -> lists.execute(this.<ListCommand>envelope(list.id().value(), command, handing)));
    }

    private EntryOutcome outcome(Received list, PersonRow person, RowDecision decision, Handing handing) {
        return switch (decision.verdict()) {
            case REJECT -> new EntryOutcome.Rejected("row", RejectReason.BY_OFFICER);
            case RELEASE -> released(list, person, handing);
        };
    }

    private EntryOutcome released(Received list, PersonRow person, Handing handing) {
        var claimant = new Claimant(caseId(list, person), list.description().relation(), person.subject());
        return switch (claiming.claim(List.of(claimant)).getFirst()) {
            case Claimed.Mine mine -> {
                open(List.of(openCase(list, person, mine.suspected())), handing);
                yield new EntryOutcome.Opened(claimant.caseId());
            }
            case Claimed.TakenBy taken -> new EntryOutcome.DuplicateOf(taken.other(), taken.ground());
        };
    }

    private static void skip(ListRows rows, int count) {
        var left = count;
        while (left > 0) {
            left -= rows.next(Math.min(left, Limits.BATCH_ROWS)).size();
        }
    }

    private Current<CaseList> advance(Receiving list, List<ListRow> batch, Handing handing) {
        var screened = screen(list, batch, handing);
        entries.add(list.id(), screened).block(Limits.STEP_MAX);
        var counts = Funnel.of(screened.stream().map(ListEntry::outcome).toList());
        var command = new RecordScreenedRows(batch.getFirst().row(), counts);
        return settled(
                list.id().value(),
                () -> lists.execute(this.<ListCommand>envelope(list.id().value(), command, handing)));
    }

    private List<ListEntry> screen(Receiving list, List<ListRow> batch, Handing handing) {
        var claimants = new ArrayList<Claimant>();
        var rows = new ArrayList<PersonRow>();
        var outcomes = new ArrayList<Optional<EntryOutcome>>();
        for (var row : batch) {
            var outcome = firstLook(list, row);
            outcomes.add(outcome);
            if (outcome.isEmpty() && row instanceof PersonRow person) {
                claimants.add(new Claimant(caseId(list, row), list.description().relation(), person.subject()));
                rows.add(person);
            }
        }
        var claimed = claiming.claim(claimants).iterator();
        var opening = new ArrayList<OpenCase>();
        var people = rows.iterator();
        var entriesOfBatch = new ArrayList<ListEntry>();
        for (var i = 0; i < batch.size(); i++) {
            var outcome = outcomes.get(i).orElseGet(() -> switch (claimed.next()) {
                case Claimed.Mine mine -> {
                    var command = openCase(list, people.next(), mine.suspected());
                    opening.add(command);
                    yield new EntryOutcome.Opened(command.caseId());
                }
                case Claimed.TakenBy taken -> {
                    people.next();
                    yield new EntryOutcome.DuplicateOf(taken.other(), taken.ground());
                }
            });
            entriesOfBatch.add(entry(batch.get(i), outcome));
        }
        open(opening, handing);
        return entriesOfBatch;
    }

    /** What can be said of a row without knowing any other; empty where the person may become a case. */
    private static Optional<EntryOutcome> firstLook(Receiving list, ListRow row) {
        return switch (row) {
            case UnreadableRow u -> Optional.of(new EntryOutcome.Rejected(u.field(), u.reason()));
            case PersonRow p -> {
                var reasons = Screening.holdReasons(
                        p, list.description().relation(), list.description().handedOverOn());
                yield reasons.isEmpty() ? Optional.empty() : Optional.of(new EntryOutcome.Held(reasons));
            }
        };
    }

    private static CaseId caseId(Known list, ListRow row) {
        return new CaseId(Ids.derived("case-", list.id().value(), Integer.toString(row.row())));
    }

    private OpenCase openCase(Known list, PersonRow row, List<CaseId> suspected) {
        return new OpenCase(
                caseId(list, row),
                list.description().relation(),
                row.subject(),
                row.location(),
                row.allegation(),
                new Origin(
                        Optional.of(list.id()),
                        Optional.of(row.row()),
                        Optional.of(list.description().handedOverOn()),
                        "list " + list.description().reference()),
                suspected);
    }

    private static ListEntry entry(ListRow row, EntryOutcome outcome) {
        return switch (row) {
            case PersonRow p ->
                new ListEntry(
                        row.row(),
                        row.line(),
                        Optional.of(p.subject().names().primary()),
                        outcome,
                        outcome instanceof EntryOutcome.Held ? Optional.of(p) : Optional.empty());
            case UnreadableRow _ -> new ListEntry(row.row(), row.line(), Optional.empty(), outcome, Optional.empty());
        };
    }

    private void open(List<OpenCase> commands, Handing handing) {
        var left = commands;
        for (var attempt = 1; !left.isEmpty(); attempt++) {
            var envelopes = left.stream()
                    .map(c -> this.<CaseCommand>envelope(c.caseId().value(), c, handing))
                    .toList();
            var outcomes = Optional.ofNullable(cases.executeAll(envelopes).block(Limits.STEP_MAX))
                    .orElseThrow();
            var again = new ArrayList<OpenCase>();
            for (var i = 0; i < outcomes.size(); i++) {
                if (!isSettled(outcomes.get(i))) {
                    again.add(left.get(i));
                }
            }
            left = again;
            if (!left.isEmpty()) {
                pause(attempt);
            }
        }
    }

    private Current<CaseList> settled(String id, java.util.function.Supplier<Mono<Outcome<CaseList>>> execution) {
        for (var attempt = 1; ; attempt++) {
            var outcome =
                    Optional.ofNullable(execution.get().block(Limits.STEP_MAX)).orElseThrow();
            if (outcome instanceof Outcome.Done<CaseList>(var state, var version)) {
                return new Current<>(id, state, version);
            }
            if (isSettled(outcome)) {
                return Optional.ofNullable(lists.read(id).block(Limits.STEP_MAX))
                        .orElseThrow();
            }
            pause(attempt);
        }
    }

    private static boolean isSettled(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Fulfilled<?> _ -> true;
            case Outcome.OutboxFull<?> _, Outcome.Contended<?> _ -> false;
            case Outcome.Refused<?> r -> throw new IllegalStateException("an intake step was refused: " + r.refusal());
            case Outcome.Stale<?> _, Outcome.CommandIdReused<?> _ ->
                throw new IllegalStateException("an intake step names no version and no command id");
        };
    }

    /** Kafka is away or slow: the rows wait with their list instead of piling up in one document. */
    private static void pause(int attempt) {
        if (attempt >= Limits.ATTEMPTS_MAX) {
            throw new IllegalStateException("a batch could not be written in " + attempt + " attempts");
        }
        Mono.delay(Limits.ATTEMPT_PAUSE).block();
    }

    private <C> CommandEnvelope<C> envelope(String id, C command, Handing handing) {
        return new CommandEnvelope<>(
                id,
                command,
                new Occasion(handing.actor(), clock.instant(), handing.purpose()),
                Optional.empty(),
                VersionCondition.NONE,
                Optional.empty(),
                handing.traceparent());
    }
}
