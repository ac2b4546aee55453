/**
 * What this service knows of law that people changed elsewhere lives here. What a changed row means may not.
 */
@NullMarked
package org.repatria.assets.domain.knownlaw;

import org.jspecify.annotations.NullMarked;
