package org.repatria.cases.flows.shelving;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.cases.domain.assets.AssetNews;
import org.repatria.cases.domain.assets.Inventory;
import org.repatria.cases.domain.assets.Inventory.ShelfNote;
import org.repatria.cases.domain.assets.InventoryCommand;
import org.repatria.cases.domain.assets.InventoryCommand.NoteShelf;
import org.repatria.cases.domain.assets.KnownAssets;
import org.repatria.cases.domain.assets.Shelf;
import org.repatria.cases.domain.assets.ShelfCommand;
import org.repatria.cases.domain.assets.ShelfCommand.ForgetAsset;
import org.repatria.cases.domain.assets.ShelfCommand.NoteAsset;
import org.repatria.cases.domain.assets.ShelfCommand.UnlinkAsset;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.NoteAssets;
import org.repatria.cases.flows.shelving.Shelves.Asked;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesOver;
import org.repatria.messaging.CommandEnvelope;
import reactor.core.publisher.Mono;

/**
 * Puts what is heard of an asset on its shelf, and tells the case. News count as taken only once it has been told, and
 * it is told nothing where the sum of its shelves is what it was (ADR-0025).
 *
 * <p>INVARIANT: a shelf is durable before the inventory hears of it, and the inventory before the case does. What is
 * cut off in between is told with the next news of any asset on that shelf, at the latest when the same come again.
 */
public final class Shelving extends AggregatesOver<AssetNews, Shelf> {

    private final Aggregates<InventoryCommand, Inventory> inventories;
    private final Aggregates<CaseCommand, Case> cases;
    private final Shelves shelves;
    private final Told told = new Told();

    public Shelving(
            Aggregates<ShelfCommand, Shelf> documents,
            Aggregates<InventoryCommand, Inventory> inventories,
            Aggregates<CaseCommand, Case> cases) {
        super(documents);
        this.inventories = inventories;
        this.cases = cases;
        this.shelves = new Shelves(documents, cases);
    }

    /** An envelope names the case; the outcome is that of the shelf. */
    @Override
    public Mono<Outcome<Shelf>> execute(CommandEnvelope<AssetNews> envelope) {
        return executeAll(List.of(envelope)).map(List::getFirst);
    }

    @Override
    public Mono<List<Outcome<Shelf>>> executeAll(List<CommandEnvelope<AssetNews>> news) {
        return shelves.take(noting(news))
                .flatMap(standing ->
                        added(standing, shelves.look(rests(news, standing).toList())))
                .flatMap(standing -> added(standing, shelves.take(forgetting(news, standing))))
                .flatMap(standing -> tell(news, standing).thenReturn(outcomes(news, standing)));
    }

    private static Mono<Map<Place, Current<Shelf>>> added(
            Map<Place, Current<Shelf>> standing, Mono<Map<Place, Current<Shelf>>> found) {
        return found.map(more -> {
            var all = new HashMap<>(standing);
            all.putAll(more);
            return all;
        });
    }

    private static List<Asked> noting(List<CommandEnvelope<AssetNews>> news) {
        return news.stream()
                .flatMap(one -> switch (one.command()) {
                    case AssetNews.Stands it ->
                        asked(one, it.asset().assetId(), new NoteAsset(it.asset(), it.holder()));
                    case AssetNews.Unlinked it -> asked(one, it.assetId(), new UnlinkAsset(it.assetId(), it.at()));
                    case AssetNews.Split _ -> Stream.empty();
                })
                .toList();
    }

    /** The news are the receipt: an asset that was unlinked may be linked again before they are repeated. */
    private static Stream<Asked> asked(CommandEnvelope<AssetNews> one, String assetId, ShelfCommand command) {
        var place = Place.of(one.aggregateId(), assetId);
        return Stream.of(new Asked(place, one.with(place.id(), command)));
    }

    private static Stream<Place> rests(List<CommandEnvelope<AssetNews>> news, Map<Place, Current<Shelf>> standing) {
        return news.stream()
                .flatMap(one -> Replaced.in(one).stream())
                .map(Replaced::ofRest)
                .filter(place -> !standing.containsKey(place));
    }

    /**
     * Of a whole and the part that stays, whichever is heard of last lets the case forget the whole.
     *
     * <p>No receipt is left, since the news may have left theirs on the same shelf. Nothing brings a whole back that
     * was forgotten: all that it says from then on is that it was split.
     */
    private static List<Asked> forgetting(List<CommandEnvelope<AssetNews>> news, Map<Place, Current<Shelf>> standing) {
        return news.stream()
                .flatMap(one -> Replaced.in(one).stream()
                        .filter(it -> Optional.ofNullable(standing.get(it.ofRest()))
                                .filter(shelf -> shelf.state().has(it.rest()))
                                .isPresent())
                        .map(it -> new Asked(
                                it.ofWhole(), one.withoutReceipt(it.ofWhole().id(), new ForgetAsset(it.whole())))))
                .toList();
    }

    private Mono<Void> tell(List<CommandEnvelope<AssetNews>> news, Map<Place, Current<Shelf>> standing) {
        var untold = standing.entrySet().stream()
                .filter(it -> !told.isTold(it.getKey(), it.getValue().state().changes()))
                .toList();
        if (untold.isEmpty()) {
            return Mono.empty();
        }
        return inventories
                .executeAll(untold.stream()
                        .map(it -> toInventory(it, latest(news, it.getKey().caseId())))
                        .toList())
                .flatMap(outcomes -> cases.executeAll(sums(untold, outcomes).entrySet().stream()
                        .map(it -> toCase(it.getValue(), latest(news, it.getKey())))
                        .toList()))
                .doOnNext(outcomes -> outcomes.forEach(Shelves::taken))
                .doOnNext(_ -> untold.forEach(
                        it -> told.tell(it.getKey(), it.getValue().state().changes())))
                .then();
    }

    private static CommandEnvelope<AssetNews> latest(List<CommandEnvelope<AssetNews>> news, String caseId) {
        return news.stream()
                .filter(one -> one.aggregateId().equals(caseId))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static CommandEnvelope<InventoryCommand> toInventory(
            Entry<Place, Current<Shelf>> it, CommandEnvelope<AssetNews> because) {
        var shelf = it.getValue().state();
        return because.withoutReceipt(
                because.aggregateId(),
                new NoteShelf(new ShelfNote(it.getKey().shelf(), shelf.changes(), shelf.byState())));
    }

    /** The sums of the cases, as the last shelf left them. */
    private static Map<String, KnownAssets> sums(
            List<Entry<Place, Current<Shelf>>> untold, List<Outcome<Inventory>> outcomes) {
        var sums = new LinkedHashMap<String, KnownAssets>();
        for (var i = 0; i < outcomes.size(); i++) {
            switch (Shelves.taken(outcomes.get(i))) {
                case Outcome.Done<Inventory>(var inventory, var _) ->
                    sums.put(untold.get(i).getKey().caseId(), inventory.known());
                case Outcome.Repeated<Inventory> _ ->
                    throw new IllegalStateException("what leaves no receipt is never repeated");
            }
        }
        return sums;
    }

    private static CommandEnvelope<CaseCommand> toCase(KnownAssets sum, CommandEnvelope<AssetNews> because) {
        return because.withoutReceipt(
                because.aggregateId(), new NoteAssets(sum, because.command().at()));
    }

    private static List<Outcome<Shelf>> outcomes(
            List<CommandEnvelope<AssetNews>> news, Map<Place, Current<Shelf>> standing) {
        return news.stream()
                .map(one -> Place.of(one.aggregateId(), one.command().assetId()))
                .map(place -> Optional.ofNullable(standing.get(place))
                        .<Outcome<Shelf>>map(shelf -> new Outcome.Done<>(shelf.state(), shelf.version()))
                        // Of a whole whose rest is not there yet nobody has asked.
                        .orElseGet(() -> new Outcome.Done<>(Shelf.none(), 0)))
                .toList();
    }
}
