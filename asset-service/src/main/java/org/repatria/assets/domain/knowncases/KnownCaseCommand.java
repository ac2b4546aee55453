package org.repatria.assets.domain.knowncases;

import static org.repatria.assets.domain.knowncases.KnownCaseReason.*;

import java.util.Optional;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.CaseGround;

/** What may be asked of a known case. */
public sealed interface KnownCaseCommand {

    /** Remember that an asset names the case and wants to be told about it. */
    @RefusedFor(ASSETS_PER_CASE_MAX_REACHED)
    record AwaitCase(AssetId assetId) implements KnownCaseCommand {}

    /** Forget that an asset named the case. */
    record ForgetAsset(AssetId assetId) implements KnownCaseCommand {}

    /** Take over what the case now says of itself, with what it says of its ground to both states. */
    record NoteFacts(CaseFacts facts, Optional<NoteGround> ground) implements KnownCaseCommand {
        public NoteFacts(CaseFacts facts) {
            this(facts, Optional.empty());
        }
    }

    /**
     * Take over what the case now says that steps on its assets may rest on.
     *
     * @param state whose assets are judged by it
     */
    record NoteGround(String state, CaseGround ground) implements KnownCaseCommand {}

    /** Forget what the case said of itself, because it was erased where it lived. */
    record EraseFacts() implements KnownCaseCommand {}
}
