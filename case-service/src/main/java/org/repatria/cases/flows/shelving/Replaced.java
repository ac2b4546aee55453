package org.repatria.cases.flows.shelving;

import java.util.Optional;
import org.repatria.cases.domain.assets.AssetNews;
import org.repatria.messaging.CommandEnvelope;

/**
 * An asset of a case that was split, and the part that stands in its place.
 *
 * @param whole the id of the asset that was split
 * @param rest the id of the part
 */
record Replaced(String caseId, String whole, String rest) {

    /** What the news say of it, where they are of either of the two. */
    static Optional<Replaced> in(CommandEnvelope<AssetNews> news) {
        return switch (news.command()) {
            case AssetNews.Stands it ->
                it.inPlaceOf()
                        .map(whole -> new Replaced(
                                news.aggregateId(), whole, it.asset().assetId()));
            case AssetNews.Split it -> Optional.of(new Replaced(news.aggregateId(), it.assetId(), it.rest()));
            case AssetNews.Unlinked _ -> Optional.empty();
        };
    }

    Place ofWhole() {
        return Place.of(caseId, whole);
    }

    Place ofRest() {
        return Place.of(caseId, rest);
    }
}
