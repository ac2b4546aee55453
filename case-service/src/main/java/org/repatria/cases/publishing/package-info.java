/**
 * What leaves the service: pure translations, exhaustive over the domain's events. Location, reasons and document
 * numbers never pass here.
 */
@NullMarked
package org.repatria.cases.publishing;

import org.jspecify.annotations.NullMarked;
