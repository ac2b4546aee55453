package org.repatria.cases.flows.shelving;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.assets.Shelf;
import org.repatria.cases.domain.assets.ShelfCommand;
import org.repatria.cases.domain.assets.ShelfCommand.SetUpShelf;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.Aggregates.Current;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.StoreUnavailable;
import reactor.core.publisher.Mono;

/** The shelves of all cases. One that is not there yet is set up with the first news for it. */
final class Shelves {

    private final Aggregates<ShelfCommand, Shelf> shelves;
    private final Aggregates<CaseCommand, Case> cases;

    Shelves(Aggregates<ShelfCommand, Shelf> shelves, Aggregates<CaseCommand, Case> cases) {
        this.shelves = shelves;
        this.cases = cases;
    }

    /** What is asked of a shelf. */
    record Asked(Place place, CommandEnvelope<ShelfCommand> envelope) {}

    /** Executes all; the shelves as they stand then. Those of a case that is not there stay as they are: empty. */
    Mono<Map<Place, Current<Shelf>>> take(List<Asked> asked) {
        return execute(asked).flatMap(standing -> {
            var early = asked.stream()
                    .filter(one -> Optional.ofNullable(standing.get(one.place()))
                            .filter(shelf -> shelf.state().isSetUp())
                            .isEmpty())
                    .toList();
            return early.isEmpty()
                    ? Mono.just(standing)
                    : setUp(early).then(execute(early)).map(later -> {
                        standing.putAll(later);
                        return standing;
                    });
        });
    }

    /** The shelves as they stand; those that are not there are left out. */
    Mono<Map<Place, Current<Shelf>>> look(Collection<Place> places) {
        if (places.isEmpty()) {
            return Mono.just(new HashMap<>());
        }
        var byId = places.stream().distinct().collect(toMap(Place::id, Function.identity()));
        return shelves.readAll(List.copyOf(byId.keySet()))
                .<Map<Place, Current<Shelf>>>collect(
                        HashMap::new,
                        (standing, found) -> standing.put(
                                Optional.ofNullable(byId.get(found.aggregateId()))
                                        .orElseThrow(),
                                found));
    }

    private Mono<Map<Place, Current<Shelf>>> execute(List<Asked> asked) {
        if (asked.isEmpty()) {
            return Mono.just(new HashMap<>());
        }
        return shelves.executeAll(asked.stream().map(Asked::envelope).toList()).flatMap(outcomes -> {
            var standing = new HashMap<Place, Current<Shelf>>();
            var repeated = new ArrayList<Place>();
            for (var i = 0; i < asked.size(); i++) {
                var place = asked.get(i).place();
                switch (taken(outcomes.get(i))) {
                    case Outcome.Done<Shelf>(var shelf, var version) ->
                        standing.put(place, new Current<>(place.id(), shelf, version));
                    // Such an outcome does not say how the shelf stands.
                    case Outcome.Repeated<Shelf> _ -> repeated.add(place);
                }
            }
            return look(repeated).map(found -> {
                found.forEach(standing::putIfAbsent);
                return standing;
            });
        });
    }

    /** A shelf begins with those of its assets that the case kept itself before it had shelves. */
    private Mono<Map<Place, Current<Shelf>>> setUp(List<Asked> early) {
        var ids = early.stream().map(one -> one.place().caseId()).distinct().toList();
        return cases.readAll(ids)
                .collectMap(Current::aggregateId, Current::state)
                .flatMap(known -> execute(early.stream()
                        .flatMap(one -> Stream.ofNullable(known.get(one.place().caseId()))
                                .flatMap(found -> settingUp(one, found)))
                        .toList()));
    }

    private static Stream<Asked> settingUp(Asked one, Case found) {
        return found instanceof Case.Opened opened
                ? Stream.of(new Asked(
                        one.place(),
                        one.envelope()
                                .withoutReceipt(
                                        one.place().id(),
                                        new SetUpShelf(
                                                states(opened.file().relation()),
                                                opened.file().dossier().assets().stream()
                                                        .filter(asset -> Shelf.of(asset.assetId())
                                                                == one.place().shelf())
                                                        .toList()))))
                : Stream.empty();
    }

    private static Set<String> states(Relation relation) {
        return Stream.of(relation.requesting(), relation.requested())
                .map(state -> state.value())
                .collect(toSet());
    }

    /** An outcome that leaves something undone that passes by itself lets the news be offered again. */
    static <S> Outcome.Fulfilled<S> taken(Outcome<S> outcome) {
        return switch (outcome) {
            case Outcome.Fulfilled<S> fulfilled -> fulfilled;
            case Outcome.OutboxFull<S> _, Outcome.Contended<S> _ ->
                throw new StoreUnavailable(
                        "a case cannot be told of its assets now", new IllegalStateException(outcome.toString()));
            case Outcome.Refused<S> _, Outcome.Stale<S> _, Outcome.CommandIdReused<S> _ ->
                throw new IllegalStateException("a case could not be told of its assets: " + outcome);
        };
    }
}
