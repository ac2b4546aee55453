package org.repatria.cases.flows.intake;

import java.util.List;
import org.repatria.cases.domain.ListId;
import reactor.core.publisher.Mono;

/** The rows of all lists with their outcomes, kept by their place. */
public interface ListEntries {

    /** Writes entries; one that is there already stays as it is. */
    Mono<Void> add(ListId listId, List<ListEntry> entries);

    /** Writes the outcome of a row that was held; one that has another outcome already stays as it is. */
    Mono<Void> settle(ListId listId, ListEntry entry);

    /** The entries of these rows, in order; rows without an outcome yet are left out. */
    Mono<List<ListEntry>> rows(ListId listId, int fromRow, int toRow);
}
