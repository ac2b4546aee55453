/** Tests of the directory of officers, on files and on a server of this process. */
@NullMarked
package org.repatria.cases.officers;

import org.jspecify.annotations.NullMarked;
