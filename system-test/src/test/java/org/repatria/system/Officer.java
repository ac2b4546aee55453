package org.repatria.system;

import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Somebody who asks: one role at one authority.
 *
 * @param user whose program calls
 */
record Officer(String user, String role, String authority) {

    private static final String OPERATOR = "operator";

    /** Every role in each of three states and at the operator. */
    static List<Officer> everyOffice() throws IOException {
        var users = YAMLMapper.builder().build().readTree(SharedStack.EVERY_OFFICE);
        return StreamSupport.stream(users.spliterator(), false).map(Officer::of).toList();
    }

    private static Officer of(JsonNode user) {
        return new Officer(
                user.path("name").asString(),
                user.path("roles").path(0).asString(),
                user.path("authority").asString());
    }

    /** Under which id the program acts. */
    String id() {
        return user + "-program";
    }

    /** The state that the authority acts for; the operator acts for none. */
    String state() {
        return authority.split("-", 2)[0];
    }

    boolean isOfOperator() {
        return authority.equals(OPERATOR);
    }

    @Override
    public String toString() {
        return role + " of " + state();
    }
}
