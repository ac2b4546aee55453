package org.repatria.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KeycloakRealmTest {

    private static final Path REALM = Path.of("..", "docker", "keycloak", "repatria-realm.json");

    @Nested
    class ImportingTheRealm {

        /**
         * When this fails: java -cp ... org.repatria.local.identity.KeycloakRealm docker/keycloak/repatria-realm.json
         */
        @Test
        void keycloak_gets_the_same_users_clients_and_roles_as_the_local_identity_provider() throws Exception {
            assertThat(Files.readString(REALM)).isEqualTo(KeycloakRealm.of(Users.demonstration()));
        }
    }
}
