package org.repatria.testkit.servers;

/**
 * The broker that all tests of a module share; use topics of your own.
 *
 * @param bootstrap what clients call their bootstrap servers
 */
public record KafkaForTests(String bootstrap) {}
