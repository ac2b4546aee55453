/** The machine's own browser, in which the operations page is tested and measured. */
@NullMarked
package org.repatria.local.browser;

import org.jspecify.annotations.NullMarked;
