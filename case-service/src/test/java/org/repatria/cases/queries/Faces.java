package org.repatria.cases.queries;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Full snapshots of cases of which both states know the same. */
public final class Faces {

    private Faces() {}

    /** A snapshot as the view takes it, from what both states know of a case. */
    public static ObjectNode whole(ObjectNode shared) {
        var face = shared.deepCopy();
        face.remove("id");
        var version = face.remove("version");
        var whole = JsonMapper.shared().createObjectNode();
        whole.set("id", shared.path("id"));
        whole.set("version", version);
        whole.set("told", version);
        whole.set("all", face);
        whole.set("shared", face.deepCopy());
        return whole;
    }
}
