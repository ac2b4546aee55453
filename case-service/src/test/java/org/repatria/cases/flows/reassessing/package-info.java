/** Walks through real cases in memory under the reference data that is shipped. No server runs here. */
@NullMarked
package org.repatria.cases.flows.reassessing;

import org.jspecify.annotations.NullMarked;
