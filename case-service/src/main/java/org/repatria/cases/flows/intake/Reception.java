package org.repatria.cases.flows.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.repatria.cases.domain.ListId;
import org.repatria.cases.domain.lists.CaseList;
import org.repatria.cases.domain.lists.CaseList.Received;
import org.repatria.cases.domain.lists.ListCommand;
import org.repatria.cases.domain.lists.ListContent;
import org.repatria.cases.domain.lists.ListDescription;
import org.repatria.cases.flows.intake.Intake.Handing;
import org.repatria.cases.flows.intake.ListFile.Inspection;
import org.repatria.decider.Ids;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.Aggregates.Current;
import org.repatria.messaging.CommandEnvelope;
import reactor.core.publisher.Mono;

/** Takes a file in, on a thread of its own: the work goes on when the sender has gone. */
public final class Reception implements AutoCloseable {

    /** The version to which handing over leads; a key that stands for a later one found the list there. */
    private static final long HANDED_OVER = 1;

    private final Aggregates<ListCommand, CaseList> lists;
    private final Intake intake;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(Limits.LISTS_AT_ONCE_MAX);

    public Reception(Aggregates<ListCommand, CaseList> lists, Intake intake) {
        this.lists = lists;
        this.intake = intake;
    }

    /**
     * A file that was handed over.
     *
     * @param command makes the command that receives a list out of its id and content
     */
    public record Delivery(
            ListFile file,
            ListDescription description,
            Handing handing,
            Function<ListContent, CommandEnvelope<ListCommand>> command) {}

    /** How the reception ended. */
    public sealed interface Taken {

        /**
         * Every row has its outcome.
         *
         * @param before whether the list had been here before, whole
         * @param notRead columns that are not documented
         */
        record Whole(Current<CaseList> list, boolean before, List<String> notRead) implements Taken {}

        /** The file cannot be taken; nothing was written. */
        record Faulty(FileFault fault) implements Taken {}

        /** The list cannot be taken; nothing was written. */
        record Unfulfilled(Outcome.Unfulfilled<CaseList> outcome) implements Taken {}

        /** Too many lists are being taken in at this moment; nothing was written. */
        record Busy() implements Taken {}
    }

    /** The list's id: the same states and reference make the same list. */
    public static ListId idOf(ListDescription description) {
        return new ListId(Ids.derived(
                "list-",
                description.relation().requesting().value(),
                description.relation().requested().value(),
                description.reference()));
    }

    /** Takes the file in and deletes it in the end. Who stops waiting stops nothing. */
    public Mono<Taken> receive(Delivery delivery) {
        return Mono.defer(() -> {
            if (!places.tryAcquire()) {
                delete(delivery.file());
                return Mono.just(new Taken.Busy());
            }
            var work = CompletableFuture.supplyAsync(() -> take(delivery), threads);
            return Mono.fromFuture(work, true);
        });
    }

    private Taken take(Delivery delivery) {
        try {
            return switch (delivery.file().inspect()) {
                case Inspection.Faulty(var fault) -> new Taken.Faulty(fault);
                case Inspection.Sound(var content, var notRead) -> take(delivery, content, notRead);
            };
        } finally {
            places.release();
            delete(delivery.file());
        }
    }

    private Taken take(Delivery delivery, ListContent content, List<String> notRead) {
        var envelope = delivery.command().apply(content);
        var outcome = Optional.ofNullable(lists.execute(envelope).block(Limits.STEP_MAX))
                .orElseThrow();
        return switch (outcome) {
            case Outcome.Done<CaseList>(var state, var version) ->
                complete(
                        new Current<>(envelope.aggregateId(), state, version),
                        delivery,
                        state instanceof Received,
                        notRead);
            case Outcome.Repeated<CaseList>(var version) ->
                complete(read(envelope), delivery, version > HANDED_OVER, notRead);
            case Outcome.Unfulfilled<CaseList> unfulfilled -> new Taken.Unfulfilled(unfulfilled);
        };
    }

    private Taken complete(Current<CaseList> list, Delivery delivery, boolean before, List<String> notRead) {
        return new Taken.Whole(intake.complete(list, delivery.file(), delivery.handing()), before, notRead);
    }

    private Current<CaseList> read(CommandEnvelope<ListCommand> envelope) {
        return Optional.ofNullable(lists.read(envelope.aggregateId()).block(Limits.STEP_MAX))
                .orElseThrow();
    }

    private static void delete(ListFile file) {
        try {
            Files.deleteIfExists(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops; a list that is half taken in goes on with its next repeat. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
