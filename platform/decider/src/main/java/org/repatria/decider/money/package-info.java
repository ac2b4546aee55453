/** How an amount of money is written: the one answer to how many decimals a currency has. No rate and no rounding lives here. */
@NullMarked
package org.repatria.decider.money;

import org.jspecify.annotations.NullMarked;
