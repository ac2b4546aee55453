/**
 * What published events mean for our aggregates lives here, as pure functions and sentences. No rule of an aggregate
 * may.
 */
@NullMarked
package org.repatria.assets.reactions;

import org.jspecify.annotations.NullMarked;
