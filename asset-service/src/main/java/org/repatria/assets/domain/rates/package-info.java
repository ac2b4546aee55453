/**
 * What currencies were worth in one another on a day lives here, each rate with its source. Fetching them may not: they
 * are brought.
 */
@NullMarked
package org.repatria.assets.domain.rates;

import org.jspecify.annotations.NullMarked;
