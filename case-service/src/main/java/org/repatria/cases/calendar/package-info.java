/** Last days as a calendar that people subscribe to. No name of a person and no reason of a clock may appear here. */
@NullMarked
package org.repatria.cases.calendar;

import org.jspecify.annotations.NullMarked;
