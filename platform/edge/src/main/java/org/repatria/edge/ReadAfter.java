package org.repatria.edge;

/**
 * What a query must already show, from {@code X-Read-After: <id>@<version>}.
 *
 * @param version the version that a command answered with
 */
public record ReadAfter(String id, long version) {}
