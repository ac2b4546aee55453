package org.repatria.assets.domain.knowncases;

import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.CaseGround;

/** What can have happened to a known case. */
public sealed interface KnownCaseEvent {

    /** An asset named the case. */
    record CaseAwaited(AssetId assetId) implements KnownCaseEvent {}

    /** An asset no longer names the case. */
    record AssetForgotten(AssetId assetId) implements KnownCaseEvent {}

    /** The case said something new of itself. */
    record FactsNoted(CaseFacts facts) implements KnownCaseEvent {}

    /** The case said something new of what steps on the assets of a state may rest on. */
    record GroundNoted(String state, CaseGround ground) implements KnownCaseEvent {}
}
