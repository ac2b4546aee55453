package org.repatria.local.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The demonstration users as a realm that Keycloak imports, for the system under Docker.
 *
 * <p>Its {@code main} writes the file named first; a test fails when {@code docker/keycloak/repatria-realm.json} is not
 * what it writes.
 */
public final class KeycloakRealm {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The gateway's addresses under Docker, where its port is fixed. */
    private static final List<String> GATEWAYS = List.of("http://127.0.0.1:8080", "http://localhost:8080");

    /** Keycloak drops attributes that no profile declares, unless it is told not to. */
    private static final String PROFILE =
            "{\"attributes\":[{\"name\":\"username\"},{\"name\":\"email\"},{\"name\":\"firstName\"},{\"name\":\"lastName\"}],"
                    + "\"unmanagedAttributePolicy\":\"ENABLED\"}";

    private final Users users;

    private KeycloakRealm(Users users) {
        this.users = users;
    }

    /** Writes the realm into the file named first. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), of(Users.demonstration()));
    }

    /** The realm as the text of Keycloak's import file. */
    public static String of(Users users) {
        return JSON.writeValueAsString(new KeycloakRealm(users).realm()) + "\n";
    }

    private ObjectNode realm() {
        ObjectNode realm = JSON.createObjectNode()
                .put("realm", users.realm())
                .put("displayName", "Repatria demonstration")
                .put("enabled", true)
                .put("sslRequired", "none")
                .put("defaultSignatureAlgorithm", "RS256")
                .put("accessTokenLifespan", IdentityWiring.ACCESS_TOKEN_AGE_MAX.toSeconds());
        ArrayNode roles = realm.putObject("roles").putArray("realm");
        users.roles()
                .forEach((code, meaning) -> roles.addObject().put("name", code).put("description", meaning));
        ArrayNode clients = realm.putArray("clients");
        clients.add(gateway());
        users.users().forEach(user -> clients.add(program(user)));
        ArrayNode people = realm.putArray("users");
        users.users().forEach(user -> people.add(person(user)));
        users.users().forEach(user -> people.add(serviceAccount(user)));
        realm.putObject("components")
                .putArray("org.keycloak.userprofile.UserProfileProvider")
                .addObject()
                .put("providerId", "declarative-user-profile")
                .putObject("config")
                .putArray("kc.user.profile.config")
                .add(PROFILE);
        return realm;
    }

    private ObjectNode gateway() {
        ObjectNode client = client(
                        users.gatewayClient().id(), users.gatewayClient().secret())
                .put("standardFlowEnabled", true)
                .put("serviceAccountsEnabled", false);
        ArrayNode redirects = client.putArray("redirectUris");
        GATEWAYS.forEach(gateway -> redirects.add(gateway + "/login/oauth2/code/repatria"));
        client.putObject("attributes")
                .put("pkce.code.challenge.method", "S256")
                .put(
                        "post.logout.redirect.uris",
                        String.join(
                                "##",
                                GATEWAYS.stream()
                                        .flatMap(gateway -> Stream.of(gateway, gateway + "/"))
                                        .toList()));
        mappers(client);
        return client;
    }

    private ObjectNode program(Users.User user) {
        ObjectNode client = client(users.programOf(user), users.programSecretOf(user))
                .put("standardFlowEnabled", false)
                .put("serviceAccountsEnabled", true);
        mapper(
                mappers(client),
                "name of the program",
                "oidc-hardcoded-claim-mapper",
                Map.of(
                        "claim.name",
                        "preferred_username",
                        "claim.value",
                        users.programOf(user),
                        "jsonType.label",
                        "String"));
        return client;
    }

    private static ObjectNode client(String id, String secret) {
        return JSON.createObjectNode()
                .put("clientId", id)
                .put("secret", secret)
                .put("enabled", true)
                .put("protocol", "openid-connect")
                .put("publicClient", false)
                .put("directAccessGrantsEnabled", false);
    }

    private ArrayNode mappers(ObjectNode client) {
        ArrayNode mappers = client.putArray("protocolMappers");
        mapper(mappers, "audience", "oidc-audience-mapper", Map.of("included.custom.audience", users.audience()));
        mapper(
                mappers,
                "roles",
                "oidc-usermodel-realm-role-mapper",
                Map.of("claim.name", "roles", "multivalued", "true", "jsonType.label", "String"));
        mapper(
                mappers,
                "authority",
                "oidc-usermodel-attribute-mapper",
                Map.of("claim.name", "authority", "user.attribute", "authority", "jsonType.label", "String"));
        return mappers;
    }

    private static void mapper(ArrayNode mappers, String name, String kind, Map<String, String> settings) {
        ObjectNode config = mappers.addObject()
                .put("name", name)
                .put("protocol", "openid-connect")
                .put("protocolMapper", kind)
                .putObject("config")
                .put("access.token.claim", "true");
        if (!name.equals("audience")) {
            config.put("id.token.claim", "true").put("userinfo.token.claim", "true");
        }
        settings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(setting -> config.put(setting.getKey(), setting.getValue()));
    }

    // The id becomes the token's subject: the same actor is then called the same with either identity provider.
    private ObjectNode person(Users.User user) {
        ObjectNode person = JSON.createObjectNode()
                .put("id", user.name())
                .put("username", user.name())
                .put("firstName", user.givenName())
                .put("lastName", user.familyName())
                .put("email", user.name() + "@repatria.example")
                .put("emailVerified", true)
                .put("enabled", true);
        person.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", users.password())
                .put("temporary", false);
        return rights(person, user);
    }

    private ObjectNode serviceAccount(Users.User user) {
        ObjectNode account = JSON.createObjectNode()
                .put("id", users.programOf(user))
                .put("username", "service-account-" + users.programOf(user))
                .put("serviceAccountClientId", users.programOf(user))
                .put("enabled", true);
        return rights(account, user);
    }

    private static ObjectNode rights(ObjectNode account, Users.User user) {
        ArrayNode roles = account.putArray("realmRoles");
        user.roles().forEach(roles::add);
        account.putObject("attributes").putArray("authority").add(user.authority());
        return account;
    }
}
