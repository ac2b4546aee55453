package org.repatria.gateway;

import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;

import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;

/** Which path leads to which service. */
final class Routing {

    private static final String SAME_HEADERS = "X-Correlation-Id Cache-Control Pragma Expires X-Content-Type-Options"
            + " X-Frame-Options X-XSS-Protection Referrer-Policy";

    private Routing() {}

    static RouteLocator routes(RouteLocatorBuilder builder, Parts parts) {
        var routes = builder.routes();
        stream(routes, "/v1/alerts/stream", Part.NOTIFICATION, parts);
        stream(routes, "/v1/cases/stream", Part.CASE, parts);
        stream(routes, "/v1/assets/stream", Part.ASSET, parts);
        routes.route(
                        "case",
                        route -> route.path(
                                        "/v1/lists/**",
                                        "/v1/cases/**",
                                        "/v1/clocks/**",
                                        "/v1/clocks.ics",
                                        "/v1/proposals/**",
                                        "/v1/shared/**",
                                        "/v1/work/**",
                                        "/v1/reference/**")
                                .filters(filters -> filters.dedupeResponseHeader(SAME_HEADERS, "RETAIN_LAST"))
                                .uri(parts.at(Part.CASE)))
                .route(
                        "asset",
                        route -> route.path("/v1/assets/**", "/v1/companies/**", "/v1/rates/**")
                                .filters(filters -> filters.dedupeResponseHeader(SAME_HEADERS, "RETAIN_LAST"))
                                .uri(parts.at(Part.ASSET)))
                .route(
                        "notification",
                        route -> route.path("/v1/alerts/**")
                                .filters(filters -> filters.dedupeResponseHeader(SAME_HEADERS, "RETAIN_LAST"))
                                .uri(parts.at(Part.NOTIFICATION)));
        for (var part : Part.values()) {
            routes.route(
                    part.word() + "-operations",
                    route -> route.path("/v1/operations/" + part.word() + "/**")
                            .filters(filters -> filters.rewritePath(
                                            "/v1/operations/" + part.word() + "/(?<rest>.*)", "/v1/operations/${rest}")
                                    .dedupeResponseHeader(SAME_HEADERS, "RETAIN_LAST"))
                            .uri(parts.at(part)));
        }
        return routes.build();
    }

    /** A stream has no end. No response timeout, and neither retry nor breaker may ever be put on its route. */
    private static void stream(RouteLocatorBuilder.Builder routes, String path, Part part, Parts parts) {
        routes.route(
                part.word() + "-stream",
                route -> route.path(path)
                        .filters(filters -> filters.dedupeResponseHeader(SAME_HEADERS, "RETAIN_LAST"))
                        .metadata(RESPONSE_TIMEOUT_ATTR, -1)
                        .uri(parts.at(part)));
    }
}
