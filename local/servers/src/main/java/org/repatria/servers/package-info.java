/**
 * Kafka and a MongoDB-protocol store from jars, for machines without Docker. They are durable against a killed process.
 * Nothing of the domain lives here.
 */
@NullMarked
package org.repatria.servers;

import org.jspecify.annotations.NullMarked;
