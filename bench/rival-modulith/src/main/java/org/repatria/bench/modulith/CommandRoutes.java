package org.repatria.bench.modulith;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The same commands over HTTP, without tokens and without receipts. */
@RestController
class CommandRoutes {

    private final Assignments assignments;
    private final IncompleteEventPublications incomplete;

    CommandRoutes(Assignments assignments, IncompleteEventPublications incomplete) {
        this.assignments = assignments;
        this.incomplete = incomplete;
    }

    record Assign(String assignee) {}

    record Version(long version) {}

    @GetMapping("/health")
    Version healthy() {
        return new Version(0);
    }

    @PutMapping("/cases/{id}")
    Version open(@PathVariable String id) {
        assignments.open(id);
        return new Version(1);
    }

    @PostMapping("/cases/{id}/assignment")
    ResponseEntity<Version> assign(
            @PathVariable String id, @RequestHeader("If-Match") String ifMatch, @RequestBody Assign assign) {
        var version = Long.parseLong(ifMatch.replace("\"", ""));
        var next = assignments.assign(id, version, assign.assignee());
        return next == version
                ? ResponseEntity.status(HttpStatus.PRECONDITION_FAILED).build()
                : ResponseEntity.ok(new Version(next));
    }

    /** Sends everything that is left in the registry: Modulith does so at a start, or when it is asked to. */
    @PostMapping("/resubmission")
    Version resubmit() {
        incomplete.resubmitIncompletePublications(_ -> true);
        return new Version(0);
    }
}
