package org.repatria.local.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Who may sign in on the demonstration system, read from the one file that lists them. */
public record Users(
        String realm,
        String audience,
        String password,
        String programSuffix,
        String programSecretSuffix,
        GatewayClient gatewayClient,
        SequencedMap<String, String> roles,
        List<User> users) {

    private static final String FILE = "/identity/users.yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    /** The confidential client that the gateway signs people in with. */
    public record GatewayClient(String id, String secret) {}

    /** A person of one authority with the roles held there. */
    public record User(String name, String givenName, String familyName, List<String> roles, String authority) {}

    /** The demonstration users that ship with the local stack. */
    public static Users demonstration() {
        try (InputStream file = Users.class.getResourceAsStream(FILE)) {
            return YAML.readValue(file, Users.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** These and those of further files, each a list of users. */
    Users and(List<Path> files) {
        var all = new ArrayList<>(users);
        files.forEach(file -> all.addAll(List.of(YAML.readValue(file, User[].class))));
        return new Users(realm, audience, password, programSuffix, programSecretSuffix, gatewayClient, roles, all);
    }

    /** The client id of the program that acts with this user's roles. */
    public String programOf(User user) {
        return user.name() + programSuffix;
    }

    /** The secret of the program that acts with this user's roles. */
    public String programSecretOf(User user) {
        return user.name() + programSecretSuffix;
    }

    /** What a role's code stands for. */
    public String meaningOf(String role) {
        return roles.getOrDefault(role, role);
    }
}
