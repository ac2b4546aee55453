package org.repatria.assets.domain;

import java.util.List;
import java.util.stream.Stream;
import org.repatria.assets.domain.Asset.Registered;

/**
 * How far an asset got up to now. Each is a measure of its own, and an asset counts once in each that it reached. Where
 * it stands today says {@link AssetStatus}. Source: ledger, totals of restrained, confiscated and returned.
 */
public enum Reached {
    /** A court's restraint or seizure held it on some day, whatever became of it since. */
    RESTRAINED,
    /** It is confiscated for good by a judgment that stands, also once it is sold or returned. */
    CONFISCATED,
    /** It, or what it brought, was paid to the requesting state. */
    RETURNED;

    /** What was split, merged or taken on file by mistake counts nowhere: others count for it. */
    public static List<Reached> of(Registered asset) {
        return asset.split().isPresent() || asset.sameness().isMerged() || asset.status() == AssetStatus.WITHDRAWN_ERROR
                ? List.of()
                : Stream.of(values()).filter(it -> it.isReachedBy(asset)).toList();
    }

    private boolean isReachedBy(Registered asset) {
        return switch (this) {
            case RESTRAINED ->
                asset.orders().stream()
                        .anyMatch(order ->
                                order.kind().isHolding() && order.issuedOn().isPresent());
            case CONFISCATED ->
                asset.status() != AssetStatus.AWARDED_TO_CLAIMANT
                        && asset.orders().stream().anyMatch(it -> it.tells() == AssetStatus.CONFISCATED_FINAL);
            case RETURNED -> asset.findings().stream().anyMatch(it -> it.kind() == Finding.Kind.RETURNED);
        };
    }
}
