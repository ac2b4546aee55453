package org.repatria.local.identity;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the identity provider is told from outside.
 *
 * @param issuer the address under which tokens are issued; services compare it letter by letter
 * @param data the directory that keeps the signing key
 * @param gateways the addresses of the gateway to which a signed-in person may be sent back
 * @param furtherUsers files of users beside those of the demonstration, for tests that need an officer of every kind
 */
@ConfigurationProperties("repatria.identity")
record IdentitySettings(
        URI issuer,
        Path data,
        List<URI> gateways,
        @DefaultValue List<Path> furtherUsers) {}
