package org.repatria.messaging;

import java.time.Duration;

/**
 * What a relay has still to bring to the journal and to Kafka, as far as its process knows. What a process left that
 * died is known to the one that finds it.
 *
 * @param aggregates with something that is not out yet
 * @param oldest for how long the first of them has waited; zero where none waits
 */
public record Backlog(int aggregates, Duration oldest) {}
