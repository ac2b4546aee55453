package org.repatria.assets.domain;

/**
 * That an asset came from another one, of which a part was awarded.
 *
 * @param share of the other asset that it is
 */
public record PartOf(AssetId assetId, Split.Side side, Fraction share) {}
