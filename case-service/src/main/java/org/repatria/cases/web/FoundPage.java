package org.repatria.cases.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.readmodel.Page;
import tools.jackson.databind.JsonNode;

/**
 * A page of cases or lists with the figures of the whole list, for the documentation.
 *
 * @param items snapshots, as far as the reader may know them
 */
record FoundPage(
        List<JsonNode> items,
        Page.Total total,
        Map<String, Page.Facet> facets,
        Map<String, Page.Sum> sums,
        Optional<String> next) {}
