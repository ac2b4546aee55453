/** One Kafka and one MongoDB-protocol server for all tests of a module. No test data lives here. */
@NullMarked
package org.repatria.testkit.servers;

import org.jspecify.annotations.NullMarked;
