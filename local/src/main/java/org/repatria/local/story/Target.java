package org.repatria.local.story;

import java.net.URI;
import java.util.Map;

/**
 * The running system that a story is played against.
 *
 * @param baseUrl the gateway, which every call goes to unless the step names a service
 * @param serviceUrls the services by name, for moving their clocks and for calls past the gateway
 * @param issuer the identity provider that gives tokens to programs
 * @param kafka bootstrap servers
 */
public record Target(URI baseUrl, Map<String, URI> serviceUrls, URI issuer, String kafka) {

    public Target {
        serviceUrls = Map.copyOf(serviceUrls);
    }
}
