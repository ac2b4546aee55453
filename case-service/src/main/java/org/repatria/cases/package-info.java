/**
 * The case service: lists become cases, and cases go their way. Only the application and its wiring live here; no rule
 * does.
 */
@NullMarked
package org.repatria.cases;

import org.jspecify.annotations.NullMarked;
