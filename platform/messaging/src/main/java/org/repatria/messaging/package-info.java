/**
 * Aggregates in MongoDB with their outbox and journal, the relay to Kafka, and the consumers. Knows no domain of any
 * service.
 */
@NullMarked
package org.repatria.messaging;

import org.jspecify.annotations.NullMarked;
