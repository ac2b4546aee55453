/** Journeys and bad days through the real processes live here, one class each. Nothing may reach into a service. */
@NullMarked
package org.repatria.system;

import org.jspecify.annotations.NullMarked;
