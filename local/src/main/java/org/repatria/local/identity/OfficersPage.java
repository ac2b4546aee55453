package org.repatria.local.identity;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the directory of officers to the case service; it holds what the sign-in page shows anyway. */
@RestController
class OfficersPage {

    static final String PATH = "/officers.json";

    private final String officers;

    OfficersPage(Users users) {
        officers = OfficersDocument.of(users);
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    String officers() {
        return officers;
    }
}
