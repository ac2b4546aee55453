package org.repatria.local.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The demonstration users and their programs as a directory of officers. The case service asks it who can be made
 * responsible for a case.
 *
 * <p>Its {@code main} writes the file named first; a test fails when {@code docker/officers.json} is not what it
 * writes.
 */
public final class OfficersDocument {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private OfficersDocument() {}

    /** Writes the directory into the file named first. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), of(Users.demonstration()));
    }

    /** The directory as the text of a JSON document. */
    public static String of(Users users) {
        var directory = JSON.createObjectNode();
        ArrayNode officers = directory.putArray("officers");
        for (Users.User user : users.users()) {
            add(officers, user.name(), user);
            add(officers, users.programOf(user), user);
        }
        return JSON.writeValueAsString(directory) + "\n";
    }

    private static void add(ArrayNode officers, String id, Users.User user) {
        var officer = officers.addObject().put("id", id);
        user.roles().forEach(officer.putArray("roles")::add);
        officer.put("authority", user.authority());
    }
}
