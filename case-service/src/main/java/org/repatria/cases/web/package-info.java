/** The routes of cases and lists: HTTP in, command out; outcome in, HTTP out. No rule and no public type lives here. */
@NullMarked
package org.repatria.cases.web;

import org.jspecify.annotations.NullMarked;
