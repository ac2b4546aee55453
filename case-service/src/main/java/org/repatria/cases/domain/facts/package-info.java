/**
 * What is known of a person, the offences and the property, and how surely. What follows for the ways open does not
 * live here.
 */
@NullMarked
package org.repatria.cases.domain.facts;

import org.jspecify.annotations.NullMarked;
