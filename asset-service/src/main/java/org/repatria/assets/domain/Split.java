package org.repatria.assets.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * That a part of an asset was awarded. Two assets are in its place, and nothing more is recorded at it.
 *
 * @param claimId by which the part was awarded
 * @param share the part of the claimant
 * @param on the day of the award
 * @param awarded the asset that is the claimant's part
 * @param rest the asset that is everything else
 */
public record Split(ClaimId claimId, Fraction share, LocalDate on, AssetId awarded, AssetId rest, Instant recordedAt) {

    /** Which of the two parts an asset is. */
    public enum Side {
        AWARDED,
        REST
    }

    static Split of(AssetId whole, Claim claim) {
        var award = claim.award().orElseThrow();
        return new Split(
                claim.id(),
                claim.awardedShare().orElseThrow(),
                award.on(),
                part(whole, award, Side.AWARDED),
                part(whole, award, Side.REST),
                award.recordedAt());
    }

    /** The asset that is one of the parts. */
    public AssetId part(Side side) {
        return switch (side) {
            case AWARDED -> awarded;
            case REST -> rest;
        };
    }

    /** What share of the whole a part is. */
    public Fraction shareOf(Side side) {
        return switch (side) {
            case AWARDED -> share;
            case REST -> new Fraction(share.of() - share.parts(), share.of());
        };
    }

    /** The same for the same step, however often it is asked for. */
    private static AssetId part(AssetId whole, ClaimChange award, Side side) {
        var name = "%s/%s/%s".formatted(whole, award.id(), side);
        return new AssetId("asset-" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
