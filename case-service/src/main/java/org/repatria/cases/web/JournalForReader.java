package org.repatria.cases.web;

import java.util.Set;
import java.util.stream.Stream;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.access.CaseAccess;
import org.repatria.cases.domain.cases.CaseFile;
import org.repatria.cases.domain.facts.FactName;
import org.repatria.cases.domain.reference.Occasion;
import org.repatria.cases.domain.sharing.Compartment;
import org.repatria.cases.domain.sharing.NeedToKnow;
import org.repatria.decider.Actor;
import org.repatria.policy.States;
import org.repatria.web.JournalEndpoints.Redaction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of the history of a case is for somebody: nothing that the other state keeps to itself, and nothing out of a compartment that
 * is closed. What the other state found out is withheld whatever it was, so that nobody can tell one thing from another.
 */
final class JournalForReader implements Redaction {

    private static final Set<String> GRANTS = Set.of("CompartmentGranted", "GlassBroken", "GrantWithdrawn");

    private final CaseFile file;
    private final Actor reader;
    private final NeedToKnow needToKnow;
    private final Set<FactName> closed;

    JournalForReader(CaseFile file, Occasion occasion) {
        this.file = file;
        this.reader = occasion.by();
        this.needToKnow = file.needToKnow(occasion);
        this.closed = needToKnow.closed();
    }

    @Override
    public void redact(ObjectNode entry) {
        if (isWithheld(entry)) {
            Redaction.withhold(entry);
        } else if (type(entry).equals("CaseOpened") && !needToKnow.maySee(Compartment.LOCATION)) {
            Redaction.withholdField(entry, "location");
        }
    }

    private boolean isWithheld(ObjectNode entry) {
        var data = entry.path("data");
        var event = data.path("event");
        return switch (type(entry)) {
            case "FactsChanged" -> !isOfOwnState(entry) || tellsClosedFact(event);
            case "CaseAssessed" -> !isHost() || restsOnClosedFact(data);
            case "SafeguardsChanged" -> !isOfOwnState(entry) || givesClosedGrounds(event);
            case "SharingChanged" -> !isOfOwnState(entry) && GRANTS.contains(type(event));
            case "LeaningsChanged" -> tellsOfUnseenCase(event);
            default -> false;
        };
    }

    private static String type(JsonNode node) {
        return node.path("type").asString("");
    }

    private boolean isOfOwnState(JsonNode entry) {
        return States.areOne(
                reader.authority(), entry.path("actor").path("authority").asString(""));
    }

    private boolean isHost() {
        return Side.of(reader.authority(), file.relation()) == Side.REQUESTED;
    }

    /** Who gave an answer knows it. */
    private boolean tellsClosedFact(JsonNode event) {
        return event.path("facts")
                .valueStream()
                .filter(fact -> !fact.path("assessor").asString("").equals(reader.id()))
                .anyMatch(fact -> isClosed(fact.path("name").asString("")));
    }

    /** The facts of the run, or of the one before, from which it differs otherwise than for who does not know them. */
    private boolean restsOnClosedFact(JsonNode data) {
        var known = data.path("run").path("input").path("facts").propertyNames();
        return known.stream().anyMatch(this::isClosed)
                || (!closed.isEmpty() && !data.path("difference").equals(data.path("disclosed")));
    }

    private boolean isClosed(String factName) {
        return closed.stream().anyMatch(name -> name.name().equals(factName));
    }

    private boolean givesClosedGrounds(JsonNode event) {
        var checks = file.dossier().safeguards().checks();
        return entries(event)
                .anyMatch(id -> checks.entry(id).filter(needToKnow::isClosed).isPresent());
    }

    private static Stream<String> entries(JsonNode event) {
        return Stream.of(
                        Stream.of(event.path("entry").path("id")),
                        event.path("entryIds").valueStream(),
                        event.findValues("entryId").stream())
                .flatMap(ids -> ids.map(id -> id.asString("")));
    }

    /** What leans on a notice across cases names a case that may be between other states than the reader's. */
    private boolean tellsOfUnseenCase(JsonNode event) {
        return event.findValues("relation").stream()
                .anyMatch(relation -> !CaseAccess.knowsOfCasesBetween(relation(relation), reader));
    }

    private static Relation relation(JsonNode written) {
        return new Relation(
                new CountryCode(written.path("requesting").stringValue()),
                new CountryCode(written.path("requested").stringValue()));
    }
}
