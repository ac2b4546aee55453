/** What must hold of counting and of the life of clocks. No rule text of the shipped reference data is tested here. */
@NullMarked
package org.repatria.cases.domain.clocks;

import org.jspecify.annotations.NullMarked;
