/**
 * The way of what is heard of an asset lives here: to its shelf, to the inventory, to the case. What any of them makes
 * of it is decided by the domain, never here.
 */
@NullMarked
package org.repatria.cases.flows.shelving;

import org.jspecify.annotations.NullMarked;
