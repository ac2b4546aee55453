/** How an amount of money is written: with the decimals of its currency. No rate and no rounding lives here. */
@NullMarked
package org.repatria.decider.money;

import org.jspecify.annotations.NullMarked;
