/**
 * The proofs that run alone, from the command line, live here. What they check is in the packages below; no rule of the
 * product may be here.
 */
@NullMarked
package org.repatria.system;

import org.jspecify.annotations.NullMarked;
