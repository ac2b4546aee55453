/**
 * Runs the whole system on one machine. Each component is a process that is started, watched, started again and stopped
 * here.
 *
 * <p>Nothing here knows what a component does; it knows ports, processes, files and health.
 */
@NullMarked
package org.repatria.local.supervisor;

import org.jspecify.annotations.NullMarked;
