/**
 * What this service knows of a case, and which assets name it, lives here. Facts of a case that assets do not need may
 * not.
 */
@NullMarked
package org.repatria.assets.domain.knowncases;

import org.jspecify.annotations.NullMarked;
