/** The HTTP edge of assets lives here: command in, outcome out. No decision may. */
@NullMarked
package org.repatria.assets.web;

import org.jspecify.annotations.NullMarked;
