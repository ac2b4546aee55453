/**
 * The file on a company that stands between assets and persons, and its holders, live here. What is behind one asset is
 * computed elsewhere.
 */
@NullMarked
package org.repatria.assets.domain.companies;

import org.jspecify.annotations.NullMarked;
