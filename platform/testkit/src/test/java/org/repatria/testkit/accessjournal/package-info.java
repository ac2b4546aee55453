/** What every store of the access journal must do, over memory and over the real protocol. */
@NullMarked
package org.repatria.testkit.accessjournal;

import org.jspecify.annotations.NullMarked;
