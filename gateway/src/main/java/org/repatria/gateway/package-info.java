/**
 * The one door: routes to the services, sign-in for people, and limits. It also holds what is composed of several
 * services. No rule of the domain lives here.
 */
@NullMarked
package org.repatria.gateway;

import org.jspecify.annotations.NullMarked;
