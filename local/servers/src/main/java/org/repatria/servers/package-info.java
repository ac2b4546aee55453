/**
 * Kafka and a MongoDB-protocol store from jars, durable against a killed process, for machines without Docker. Nothing
 * of the domain lives here.
 */
@NullMarked
package org.repatria.servers;

import org.jspecify.annotations.NullMarked;
