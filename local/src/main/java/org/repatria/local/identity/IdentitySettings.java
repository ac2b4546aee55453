package org.repatria.local.identity;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the identity provider is told from outside.
 *
 * @param issuer the address under which tokens are issued; services compare it letter by letter
 * @param data the directory that keeps the signing key
 * @param gateways the addresses of the gateway to which a signed-in person may be sent back
 */
@ConfigurationProperties("repatria.identity")
record IdentitySettings(URI issuer, Path data, List<URI> gateways) {}
