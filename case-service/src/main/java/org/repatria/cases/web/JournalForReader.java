package org.repatria.cases.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.repatria.api.JournalEndpoints.Redaction;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.access.CaseAccess;
import org.repatria.cases.domain.casefile.CaseFile;
import org.repatria.cases.domain.facts.FactName;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.sharing.Compartment;
import org.repatria.cases.domain.sharing.NeedToKnow;
import org.repatria.decider.Actor;
import org.repatria.policy.States;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of the full history of a case is for an officer of the state that holds the file. It is nothing that the other
 * state found out for itself, and nothing out of a compartment that is closed. What the other state found out is
 * withheld whatever it was, so that nobody can tell one thing from another.
 *
 * <p>INVARIANT: an event that this table does not name is withheld.
 */
final class JournalForReader implements Redaction {

    private static final Set<String> GRANTS = Set.of("CompartmentGranted", "GlassBroken", "GrantWithdrawn");

    private static final Set<String> IDENTITY = Set.of("IdentityCorrectionProposed", "IdentityCorrected");

    /** Events that journals have from before the assets of a case had shelves. */
    static final Set<String> FORMER = Set.of("AssetNoted", "AssetForgotten");

    /** Of each event of a case, which entries are not for the reader. */
    private static final Map<String, BiPredicate<JournalForReader, JsonNode>> WITHHELD = table();

    private final CaseFile file;
    private final Actor reader;
    private final NeedToKnow needToKnow;
    private final Set<FactName> closed;

    JournalForReader(CaseFile file, LegalOccasion occasion) {
        this.file = file;
        this.reader = occasion.by();
        this.needToKnow = file.needToKnow(occasion);
        this.closed = needToKnow.closed();
    }

    /**
     * What the requesting state reads of what it is told. Of the reasons for another identity it reads those of its own
     * officers alone.
     */
    static Redaction ofTold(Actor reader) {
        return entry -> {
            if (!IDENTITY.contains(type(entry))) {
                return;
            }
            for (var signature : entry.findParents("reasons")) {
                var authority = signature.path("authority").asString("");
                if (signature instanceof ObjectNode signed && !States.areOne(reader.authority(), authority)) {
                    signed.remove("reasons");
                    entry.put("withheld", true);
                }
            }
        };
    }

    /** The events that somebody has thought of. */
    static Set<String> named() {
        return WITHHELD.keySet();
    }

    private static Map<String, BiPredicate<JournalForReader, JsonNode>> table() {
        var table = new HashMap<String, BiPredicate<JournalForReader, JsonNode>>();
        for (var open : List.of(
                "CaseOpened",
                "DuplicateSuspected",
                "CaseSubmitted",
                "CaseReturnedForInfo",
                "AnswerReceived",
                "CaseAssigned",
                "IdentityCorrectionProposed",
                "IdentityCorrected",
                "CasePutOnHold",
                "CaseResumed",
                "CaseClosed",
                "StageReached",
                "StrategyChanged",
                "CourseChanged",
                "ClockChanged",
                "MissingChecksChanged",
                "RecoveryGroundChanged",
                "ReviewRequired",
                "AssetsNoted",
                "OtherStateTold")) {
            table.put(open, (_, _) -> false);
        }
        FORMER.forEach(open -> table.put(open, (_, _) -> false));
        table.put("FactsChanged", (it, entry) -> !it.isOfOwnState(entry) || it.tellsClosedFact(event(entry)));
        // A run says in many places what was answered: who may not know an answer reads the assessment instead.
        table.put("CaseAssessed", (it, _) -> !it.closed.isEmpty());
        table.put("SafeguardsChanged", (it, entry) -> !it.isOfOwnState(entry) || it.givesClosedGrounds(event(entry)));
        table.put("SharingChanged", (it, entry) -> !it.isOfOwnState(entry) && GRANTS.contains(type(event(entry))));
        table.put("LeaningsChanged", (it, entry) -> it.tellsOfUnseenCase(event(entry)));
        return Map.copyOf(table);
    }

    @Override
    public void redact(ObjectNode entry) {
        if (WITHHELD.getOrDefault(type(entry), (_, _) -> true).test(this, entry)) {
            Redaction.withhold(entry);
        } else if (type(entry).equals("CaseOpened") && !needToKnow.maySee(Compartment.LOCATION)) {
            Redaction.withholdField(entry, "location");
        }
    }

    private static JsonNode event(JsonNode entry) {
        return entry.path("data").path("event");
    }

    private static String type(JsonNode node) {
        return node.path("type").asString("");
    }

    private boolean isOfOwnState(JsonNode entry) {
        return States.areOne(
                reader.authority(), entry.path("actor").path("authority").asString(""));
    }

    /** Who gave an answer knows it. */
    private boolean tellsClosedFact(JsonNode event) {
        return event.path("facts")
                .valueStream()
                .filter(fact -> !fact.path("assessor").asString("").equals(reader.id()))
                .anyMatch(fact -> isClosed(fact.path("name").asString("")));
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
