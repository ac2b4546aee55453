/**
 * How a handed-over file becomes rows, claims and cases. It decides nothing about a case, and knows neither HTTP nor
 * MongoDB.
 */
@NullMarked
package org.repatria.cases.flows.intake;

import org.jspecify.annotations.NullMarked;
