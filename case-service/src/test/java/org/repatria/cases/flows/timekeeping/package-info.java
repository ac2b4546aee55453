/** What the timekeeper does of itself, with a view in memory. No clock of a case is counted here. */
@NullMarked
package org.repatria.cases.flows.timekeeping;

import org.jspecify.annotations.NullMarked;
