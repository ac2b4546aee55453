package org.repatria.edge;

import java.util.List;

/**
 * One part of a service's API as a table: the page of routes. Every bean of this type is served, guarded and
 * documented.
 *
 * @param name groups the operations in the documentation
 * @param description one sentence
 */
public record Api(String name, String description, List<Endpoint> endpoints) {

    public Api {
        endpoints = List.copyOf(endpoints);
    }

    public static Api of(String name, String description, Endpoint... endpoints) {
        return new Api(name, description, List.of(endpoints));
    }

    /** What is answered as JSON, by type. */
    public static List<Class<?>> answered(List<Api> apis) {
        return apis.stream()
                .flatMap(api -> api.endpoints().stream())
                .<Class<?>>flatMap(endpoint -> endpoint.answer().type().stream())
                .distinct()
                .toList();
    }
}
