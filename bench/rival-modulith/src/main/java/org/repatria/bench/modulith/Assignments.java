package org.repatria.bench.modulith;

import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes one document by id and version, and publishes one event in the same transaction. */
@Service
class Assignments {

    private final MongoTemplate documents;
    private final ApplicationEventPublisher events;
    private final Clock clock = Clock.systemUTC();

    Assignments(MongoTemplate documents, ApplicationEventPublisher events) {
        this.documents = documents;
        this.events = events;
    }

    void open(String id) {
        documents.save(CaseDocument.opened(id));
    }

    /** The next version, or nothing new where the case has another than this. */
    @Transactional
    long assign(String id, long version, String assignee) {
        var now = Instant.now(clock);
        var condition = Query.query(Criteria.where("_id").is(id).and("version").is(version));
        var change =
                new Update().set("assignee", assignee).set("assignedAt", now).inc("version", 1);
        if (documents.updateFirst(condition, change, CaseDocument.class).getModifiedCount() != 1) {
            return version;
        }
        events.publishEvent(new CaseAssigned(id, version + 1, assignee, now));
        return version + 1;
    }
}
