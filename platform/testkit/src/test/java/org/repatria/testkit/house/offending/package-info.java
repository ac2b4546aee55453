/** A small service that breaks every rule of the house. Nothing sound belongs here. */
@NullMarked
package org.repatria.testkit.house.offending;

import org.jspecify.annotations.NullMarked;
