package org.repatria.local.identity;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * The authorizations of people who signed in lately, so that codes and refresh tokens can be redeemed.
 *
 * <p>They live in memory: after a restart of the identity provider a refresh token is unknown and its holder signs in
 * again, while access tokens stay valid because services check them by signature alone.
 */
final class RecentAuthorizations implements OAuth2AuthorizationService {

    /** LIMIT: authorizations kept; one is about 4 KB, and a demonstration has a handful of people. */
    static final int KEPT_MAX = 1_000;

    private final Map<String, OAuth2Authorization> byId = new LinkedHashMap<>();

    @Override
    public synchronized void save(OAuth2Authorization authorization) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            return; // A program's token is never looked up again, and programs ask for many.
        }
        byId.remove(authorization.getId());
        byId.put(authorization.getId(), authorization);
        Iterator<String> eldest = byId.keySet().iterator();
        while (byId.size() > KEPT_MAX) {
            eldest.next();
            eldest.remove();
        }
    }

    @Override
    public synchronized void remove(OAuth2Authorization authorization) {
        byId.remove(authorization.getId());
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findById(String id) {
        return byId.get(id);
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
        return byId.values().stream()
                .filter(authorization -> holds(authorization, token))
                .findFirst()
                .orElse(null);
    }

    private static boolean holds(OAuth2Authorization authorization, String token) {
        return token.equals(authorization.getAttribute("state")) || authorization.getToken(token) != null;
    }
}
