package org.repatria.testkit.servers;

/**
 * A store that one test class has for itself.
 *
 * @param uri connection string with the database
 * @param database name that nobody else in this JVM has
 */
public record MongoForTests(String uri, String database) {}
