/**
 * What the law and the house's policy say, as values with source and validity. No file, no table of a lifecycle and no
 * statutory number lives here.
 */
@NullMarked
package org.repatria.cases.domain.law;

import org.jspecify.annotations.NullMarked;
