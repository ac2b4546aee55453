/**
 * Our figures beside their floors live here, measured from outside on the real processes. No code of a service may be
 * here.
 */
@NullMarked
package org.repatria.bench;

import org.jspecify.annotations.NullMarked;
