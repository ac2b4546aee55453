/**
 * The lives of cases, pathways, notices and assurances as tables, with one interpreter. What a check, a clock or a stay
 * says lives elsewhere.
 */
@NullMarked
package org.repatria.cases.domain.lifecycle;

import org.jspecify.annotations.NullMarked;
