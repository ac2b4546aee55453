/** What a calendar program must be able to read. No clock is counted here. */
@NullMarked
package org.repatria.cases.calendar;

import org.jspecify.annotations.NullMarked;
