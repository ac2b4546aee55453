package org.repatria.edge;

import java.util.Optional;

/**
 * Which page of a list a caller wants.
 *
 * @param limit items, 1 to {@value Limits#PAGE_MAX}
 * @param cursor opaque, from the page before; empty for the first page
 */
public record PageRequest(int limit, Optional<String> cursor) {}
