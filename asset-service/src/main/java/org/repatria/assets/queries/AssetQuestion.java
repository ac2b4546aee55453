package org.repatria.assets.queries;

import java.util.Optional;
import org.repatria.assets.domain.Valuation;

/**
 * Which assets are listed, and what is said of all of them.
 *
 * @param basis of which values are summed: gross (unless said otherwise) or net, never both
 * @param figures false leaves out facets and sums, which cost time per match
 */
public record AssetQuestion(AssetFilter assets, Optional<Valuation.Basis> basis, Optional<Boolean> figures) {}
