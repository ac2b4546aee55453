/**
 * The suite that every store of aggregates passes, the one in memory like the real ones. Nothing here knows a service's
 * domain.
 */
@NullMarked
package org.repatria.testkit.store;

import org.jspecify.annotations.NullMarked;
