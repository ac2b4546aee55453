package org.repatria.assets.domain.knowncases;

import org.repatria.assets.domain.AssetId;

/** What can have happened to a known case. */
public sealed interface KnownCaseEvent {

    /** An asset named the case. */
    record CaseAwaited(AssetId assetId) implements KnownCaseEvent {}

    /** An asset no longer names the case. */
    record AssetForgotten(AssetId assetId) implements KnownCaseEvent {}

    /** The case said something new of itself. */
    record FactsNoted(CaseFacts facts) implements KnownCaseEvent {}
}
