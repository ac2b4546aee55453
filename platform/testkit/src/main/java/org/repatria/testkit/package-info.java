/**
 * What every module tests with, one package per kind of test. Nothing here is on the class path of a running service.
 */
@NullMarked
package org.repatria.testkit;

import org.jspecify.annotations.NullMarked;
