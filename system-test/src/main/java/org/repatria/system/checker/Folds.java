package org.repatria.system.checker;

import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a journal leads to, worked out a second time. It is the state of each kind of aggregate from the JSON of its
 * events alone. An event that is not known here is a fault of the evidence and stops the fold.
 */
final class Folds {

    /** In the order in which an asset says them. */
    private static final List<String> LIKENESSES = List.of(
            "DESCRIPTION",
            "IBAN",
            "ACCOUNT_NUMBER",
            "LAND_REGISTER",
            "LEI",
            "REGISTER_NUMBER",
            "VIN",
            "IMO",
            "BITCOIN",
            "ETHEREUM",
            "SERIAL_NUMBER",
            "SECURITIES_ACCOUNT",
            "AIRCRAFT_REGISTRATION",
            "HULL_NUMBER",
            "CALL_SIGN",
            "NUMBER_PLATE",
            "PARCEL",
            "DOMAIN_NAME",
            "POLICY_NUMBER");

    private Folds() {}

    /** An event that does not fit. */
    static final class Unfoldable extends RuntimeException {
        Unfoldable(String why) {
            super(why);
        }
    }

    static ObjectNode initial(Family family) {
        return switch (family) {
            case LIST -> typed("Unknown");
            case CASE -> typed("Unopened");
            case ASSET -> typed("Unregistered");
            case ALERT -> typed("Unraised");
            case DEADLINE -> typed("Unwatched");
            case SHELF -> ShelfFold.shelf();
            case INVENTORY -> ShelfFold.inventory();
            case KNOWN_CASE -> {
                var empty = Trees.object();
                empty.putArray("assets");
                empty.putObject("grounds");
                yield empty;
            }
            case CASE_PARKING, ASSET_PARKING, ALERT_PARKING -> {
                var empty = Trees.object();
                empty.put("consumer", "")
                        .put("subject", "")
                        .put("parked", false)
                        .put("lastLeftOut", "");
                yield empty;
            }
        };
    }

    static ObjectNode after(Family family, ObjectNode state, String event, JsonNode data) {
        return switch (family) {
            case LIST -> list(state, event, data);
            case CASE -> caseFile(state, event, data);
            case ASSET -> asset(state, event, data);
            case ALERT -> alert(state, event, data);
            case DEADLINE -> deadline(state, event, data);
            case SHELF -> ShelfFold.onShelf(state, event, data);
            case INVENTORY -> ShelfFold.inInventory(state, event, data);
            case KNOWN_CASE -> knownCase(state, event, data);
            case CASE_PARKING, ASSET_PARKING, ALERT_PARKING -> parking(state, event, data);
        };
    }

    private static ObjectNode list(ObjectNode state, String event, JsonNode e) {
        return switch (event) {
            case "ListAcknowledged" -> {
                var next = state.deepCopy();
                next.set("acknowledgedOn", e.path("on"));
                yield next;
            }
            case "ListClockChanged" -> {
                var next = state.deepCopy();
                if (!next.has("clocks")) {
                    next.set("clocks", ClocksFold.none());
                }
                ClocksFold.apply(object(next, "clocks"), e.path("event"));
                yield next;
            }
            case "RowDecisionProposed" -> {
                var next = state.deepCopy();
                decide(list(next, "decisions"), e.path("decision"));
                yield next;
            }
            case "RowDecisionApproved" -> {
                var next = state.deepCopy();
                var decisions = list(next, "decisions");
                var decision = entry(decisions, "row", e.path("row").asString());
                decision.set("approvedBy", e.path("by"));
                decide(decisions, decision);
                yield next;
            }
            case "HeldRowSettled" -> {
                var next = state.deepCopy();
                next.set("funnel", e.path("funnel"));
                remove(list(next, "decisions"), "row", e.path("row").asString());
                yield next;
            }
            case "ListReceived" -> {
                var next = typed("Receiving");
                copy(e, next, "description", "content");
                next.set("id", e.path("listId"));
                next.set("receivedAt", e.path("at"));
                next.set("funnel", funnel());
                yield next;
            }
            case "RowsScreened" -> {
                var next = state.deepCopy();
                add(e.path("counts"), object(next, "funnel"));
                yield next;
            }
            case "ListHandedOver" -> {
                var next = state.deepCopy();
                next.put("type", "Received");
                next.putArray("decisions");
                next.set("funnel", e.path("funnel"));
                next.set("completedAt", e.path("at"));
                yield next;
            }
            default -> throw unknown(event);
        };
    }

    /** A row has one decision at a time, the newest at the end. */
    private static void decide(ArrayNode decisions, JsonNode decision) {
        remove(decisions, "row", decision.path("row").asString());
        decisions.add(decision.deepCopy());
    }

    private static ObjectNode funnel() {
        var empty = Trees.object();
        empty.put("opened", 0).put("held", 0).put("duplicates", 0).put("rejected", 0);
        empty.putObject("heldBecause");
        return empty;
    }

    private static void add(JsonNode counts, ObjectNode sum) {
        for (var name : counts.propertyNames()) {
            if (counts.path(name).isObject()) {
                add(counts.path(name), object(sum, name));
            } else {
                sum.put(name, sum.path(name).asLong(0) + counts.path(name).asLong());
            }
        }
    }

    private static ObjectNode caseFile(ObjectNode state, String event, JsonNode e) {
        var next = state.deepCopy();
        if (DossierFold.knows(event)) {
            DossierFold.apply(object(object(next, "file"), "dossier"), event, e);
            return next;
        }
        switch (event) {
            case "CaseOpened" -> {
                next.put("type", "Draft");
                var file = next.putObject("file");
                copy(e, file, "relation", "subject", "location", "allegation", "origin");
                file.set("id", e.path("caseId"));
                file.set("openedAt", e.path("at"));
                file.putArray("suspectedDuplicates");
                file.set("dossier", DossierFold.empty());
            }
            case "DuplicateSuspected" ->
                list(object(next, "file"), "suspectedDuplicates").add(e.path("otherCaseId"));
            case "IdentityCorrectionProposed" -> object(next, "file").set("correction", e.path("correction"));
            case "IdentityCorrected" -> {
                var file = object(next, "file");
                file.set("subject", e.at("/correction/subject"));
                file.remove("correction");
            }
            case "CaseSubmitted" -> stage(next, "Screening");
            case "CaseReturnedForInfo" -> {
                stage(next, "ReturnedForInfo");
                object(next, "file").set("request", e.path("request"));
            }
            case "AnswerReceived" -> {
                stage(next, "Screening");
                object(next, "file").remove("request");
            }
            case "CaseAssigned" -> object(next, "file").set("assignee", e.path("assignee"));
            case "CasePutOnHold" -> {
                stage(next, "OnHold");
                next.set("comesBackTo", e.path("from"));
                copy(e, next, "reason", "reviewOn");
            }
            case "CaseResumed" -> back(next, e.path("to").asString());
            case "StageReached" -> {
                DossierFold.stepped(object(object(next, "file"), "dossier"), e);
                reached(next, e);
            }
            case "CaseClosed" -> {
                stage(next, "Closed");
                copy(e, next, "outcome", "reasons");
                next.set("closedAt", e.path("at"));
            }
            default -> throw unknown(event);
        }
        return next;
    }

    /** Another stage keeps the file and nothing else. */
    private static void stage(ObjectNode state, String type) {
        var file = object(state, "file");
        state.removeAll();
        state.put("type", type).set("file", file);
    }

    /** To where nothing but the file is needed. */
    private static void back(ObjectNode state, String stage) {
        switch (stage) {
            case "DRAFT" -> stage(state, "Draft");
            case "SCREENING" -> stage(state, "Screening");
            case "RETURNED_FOR_INFO" -> stage(state, "ReturnedForInfo");
            case "ACCEPTED", "STRATEGY_PROPOSED", "STRATEGY_AGREED", "ACTIVE" -> {
                stage(state, "Underway");
                state.put("stage", stage);
            }
            default -> throw new Unfoldable("no case comes back to " + stage);
        }
    }

    private static void reached(ObjectNode state, JsonNode e) {
        switch (e.path("to").asString()) {
            case "UNDER_CHALLENGE" -> {
                stage(state, "UnderChallenge");
                state.set("comesBackTo", e.path("from"));
                copy(e, state, "reasons");
            }
            case "RESOLVED" -> end(state, e, "Resolved", "outcome");
            case "NOT_ACCEPTED" -> end(state, e, "NotAccepted", "ground").set("at", e.path("at"));
            case "CLOSED" -> end(state, e, "Closed", "outcome").set("closedAt", e.path("at"));
            case "ARCHIVED" -> end(state, e, "Archived", "word").set("endedAt", e.path("at"));
            case "ERASED_STUB" -> {
                var file = object(state, "file");
                state.removeAll();
                state.put("type", "ErasedStub");
                copy(file, state, "id", "relation", "openedAt");
                state.set("erasedAt", e.path("at"));
                copy(e, state, "reasons");
            }
            default -> back(state, e.path("to").asString());
        }
    }

    private static ObjectNode end(ObjectNode state, JsonNode e, String type, String word) {
        stage(state, type);
        state.set(word, e.path("word"));
        copy(e, state, "reasons");
        return state;
    }

    private static ObjectNode asset(ObjectNode state, String event, JsonNode e) {
        var next = state.deepCopy();
        switch (event) {
            case "AssetRegistered" -> {
                next.put("type", "Registered");
                copy(
                        e,
                        next,
                        "kind",
                        "description",
                        "descriptionProvenance",
                        "identifiers",
                        "location",
                        "source",
                        "confidence",
                        "authority");
                next.set("id", e.path("assetId"));
                next.set("registeredAt", e.path("at"));
                next.putArray("links");
                next.putArray("valuations");
                next.putArray("orders");
                next.putArray("interests");
                next.putArray("findings");
                next.putArray("waiting");
                next.set("clocks", ClocksFold.none());
                next.set("clocksOfClaims", ClocksFold.none());
                next.putObject("sameness").putArray("possible");
                object(next, "sameness").putArray("taken");
                next.putArray("claims");
                next.putArray("registerEntries");
                next.putArray("hearings");
                next.putArray("upkeep");
                next.putArray("corrections");
                PlacesFold.registered(next, e);
            }
            case "IdentifierRecorded" -> list(next, "identifiers").add(e.path("identifier"));
            case "IdentifierCorrected" -> MergerFold.corrected(next, e.path("correction"));
            case "PlaceRecorded" -> PlacesFold.recorded(next, e.path("stay"));
            case "PlaceCorrected" -> PlacesFold.corrected(next, e);
            case "CaseNamed" -> {
                var link = list(next, "links").addObject();
                link.set("caseId", e.path("caseId"));
                link.put("standing", "UNLINKED");
                link.set("linkedAt", e.path("at"));
            }
            case "CaseLinked", "LinkedCaseReopened" -> link(next, e).put("standing", "KNOWN");
            case "LinkedCaseClosed" -> link(next, e).put("standing", "CASE_CLOSED");
            case "CaseGroundNoted" -> link(next, e).set("ground", e.path("ground"));
            case "CaseUnlinked" -> {
                var links = list(next, "links");
                links.remove(index(links, "caseId", e.path("caseId").asString()));
            }
            case "AssetValued" -> list(next, "valuations").add(e.path("valuation"));
            case "InterestRecorded" -> list(next, "interests").add(e.path("interest"));
            case "InterestEnded" -> interest(next, e).set("ending", e.path("ending"));
            case "InterestCorrected" -> {
                interest(next, e).set("correction", e.path("correction"));
                list(next, "interests").add(e.path("successor"));
            }
            case "RestraintRecorded", "OrderRecorded" -> list(next, "orders").add(e.path("order"));
            case "OrderChanged" -> step(order(next, e), e.path("change"));
            case "ClaimFiled" -> list(next, "claims").add(e.path("claim"));
            case "ClaimChanged" -> list(claim(next, e), "changes").add(e.path("change"));
            case "AssetSplit" -> {
                next.set("split", e.path("split"));
                next.putArray("waiting");
            }
            case "PartTakenOver" -> {
                copy(
                        e,
                        next,
                        "partOf",
                        "valuations",
                        "orders",
                        "interests",
                        "findings",
                        "claims",
                        "registerEntries",
                        "hearings");
                PlacesFold.takenOver(next, e.path("places"));
            }
            case "HearingRecorded" -> heard(list(next, "hearings"), e.path("hearing"));
            case "RegisterEntryRecorded" -> entered(list(next, "registerEntries"), e.path("entry"));
            case "UpkeepRecorded" -> list(next, "upkeep").add(e.path("upkeep"));
            case "UpkeepPaid" ->
                entry(list(next, "upkeep"), "id", e.path("upkeepId").asString()).set("paidOn", e.path("on"));
            case "OrderCarriedOver", "ClaimCarriedOver", "DistributionGapFound", "DistributionGapClosed" -> {}
            case "FindingRecorded" -> list(next, "findings").add(e.path("finding"));
            case "StepProposed" -> list(next, "waiting").add(e.path("proposal"));
            case "StepConfirmed", "StepRefused" -> settled(list(next, "waiting"), e.path("stepId"));
            case "RestraintExtended" -> {
                order(next, e).set("extendedBy", e.path("successor").path("id"));
                list(next, "orders").add(e.path("successor"));
            }
            case "RestraintDischarged" -> order(next, e).set("discharge", e.path("discharge"));
            case "ClockChanged" -> ClocksFold.apply(object(next, "clocks"), e.path("event"));
            case "ClaimClockChanged" -> ClocksFold.apply(object(next, "clocksOfClaims"), e.path("event"));
            case "RestraintLapsed" -> order(next, e).set("presumedLapsedAt", e.path("at"));
            case "PossibleDuplicateFound" -> possible(list(object(next, "sameness"), "possible"), e);
            case "MergingBegan", "SeparationBegan" -> begun(object(next, "sameness"), event, e);
            case "AssetMerged" -> {
                phase(next, "MERGED");
                object(object(next, "sameness"), "merger").set("cases", e.path("cases"));
            }
            case "AssetSeparated" -> {
                phase(next, "ENDED");
                MergerFold.restored(next, e.path("content"));
            }
            case "MergerTakenBack" -> phase(next, e.path("to").asString());
            case "OtherAnswered" -> MergerFold.answered(next, e.path("answer"));
            case "KeptApart" ->
                entry(
                                list(object(next, "sameness"), "possible"),
                                "other",
                                e.path("otherId").asString())
                        .set("keptApart", e.path("how"));
            default -> throw unknown(event);
        }
        return next;
    }

    private static ObjectNode link(ObjectNode asset, JsonNode e) {
        var links = list(asset, "links");
        return entry(links, "caseId", e.path("caseId").asString());
    }

    private static ObjectNode order(ObjectNode asset, JsonNode e) {
        var orders = list(asset, "orders");
        return entry(orders, "id", e.path("orderId").asString());
    }

    /** What is said later of one order in one register stands in the place of what was said before. */
    private static void entered(ArrayNode entries, JsonNode entry) {
        replaced(entries, entry, "register");
    }

    private static void heard(ArrayNode hearings, JsonNode hearing) {
        replaced(hearings, hearing, "askedOn");
    }

    /** What is said later of the same order and thing stands in the place of what was said before. */
    private static void replaced(ArrayNode entries, JsonNode entry, String thing) {
        for (var i = entries.size() - 1; i >= 0; i--) {
            var was = entries.get(i);
            if (was.path("orderId").equals(entry.path("orderId"))
                    && was.path(thing).equals(entry.path(thing))) {
                entries.remove(i);
            }
        }
        entries.add(entry);
    }

    private static ObjectNode claim(ObjectNode asset, JsonNode e) {
        return entry(list(asset, "claims"), "id", e.path("claimId").asString());
    }

    /** A decision gives the order its reference, its day and its end; every step stays with it. */
    private static void step(ObjectNode order, JsonNode change) {
        list(order, "changes").add(change);
        copy(change.path("particulars"), order, "measure");
        if (change.path("to").asString().equals("ISSUED")) {
            order.set("issuedOn", change.path("on"));
            for (var name : List.of("courtReference", "endsOn", "zone")) {
                order.remove(name);
                copy(change.path("particulars"), order, name);
            }
        }
    }

    private static void settled(ArrayNode waiting, JsonNode stepId) {
        for (var i = waiting.size() - 1; i >= 0; i--) {
            var step = waiting.get(i).path("step");
            var id = step.has("change")
                    ? step.at("/change/id")
                    : step.has("finding") ? step.at("/finding/id") : step.path("id");
            if (id.equals(stepId)) {
                waiting.remove(i);
            }
        }
    }

    /** What is found once more is alike in all that it ever was, and is looked at anew. */
    private static void possible(ArrayNode known, JsonNode found) {
        var by = new TreeSet<String>(comparingInt(LIKENESSES::indexOf));
        found.path("by").forEach(it -> by.add(it.asString()));
        for (var i = 0; i < known.size(); i++) {
            if (known.get(i).path("other").equals(found.path("otherId"))) {
                known.get(i).path("by").forEach(it -> by.add(it.asString()));
                put((ObjectNode) known.get(i), found, by);
                return;
            }
        }
        put(known.addObject(), found, by);
    }

    private static void begun(ObjectNode sameness, String event, JsonNode e) {
        var merger = Trees.object();
        copy(e, merger, "into", "number", "reason", "at");
        merger.put("phase", event.equals("MergingBegan") ? "BEGUN" : "SEPARATING");
        merger.set("cases", event.equals("MergingBegan") ? Trees.read("[]") : sameness.at("/merger/cases"));
        sameness.set("merger", merger);
    }

    private static void phase(ObjectNode asset, String reached) {
        object(object(asset, "sameness"), "merger").put("phase", reached);
    }

    private static void put(ObjectNode possible, JsonNode found, Collection<String> by) {
        possible.removeAll();
        possible.set("other", found.path("otherId"));
        by.forEach(possible.putArray("by")::add);
        possible.set("since", found.path("at"));
    }

    private static ObjectNode interest(ObjectNode asset, JsonNode e) {
        var interests = list(asset, "interests");
        return entry(interests, "id", e.path("interestId").asString());
    }

    private static ObjectNode alert(ObjectNode state, String event, JsonNode e) {
        var next = state.deepCopy();
        switch (event) {
            case "AlertRaised" -> {
                var occurrences = occurrences(next, e.path("occurrence").asString());
                next.removeAll();
                next.put("type", "Open");
                next.set("id", e.path("alertId"));
                next.set("notice", e.path("notice"));
                next.set("occurrences", occurrences);
                next.set("raisedAt", e.path("at"));
            }
            case "AlertRenewed" -> {
                next.set("notice", e.path("notice"));
                next.set("occurrences", occurrences(next, e.path("occurrence").asString()));
            }
            case "AlertAcknowledged" -> {
                next.put("type", "Acknowledged");
                next.set("acknowledgedBy", e.path("by"));
                next.set("at", e.path("at"));
            }
            case "AlertResolved" -> {
                resolved(next, "BY_PERSON", e);
                copy(e, next, "by", "act");
            }
            case "AlertConditionVanished" -> {
                resolved(next, "CONDITION_VANISHED", e);
                next.put("by", "system");
                next.set("act", e.path("evidence"));
            }
            default -> throw unknown(event);
        }
        return next;
    }

    private static void resolved(ObjectNode alert, String how, JsonNode e) {
        alert.put("type", "Resolved").put("resolution", how).remove("acknowledgedBy");
        alert.set("at", e.path("at"));
    }

    private static ObjectNode occurrences(ObjectNode alert, String occurrence) {
        var before = alert.path("occurrences");
        var next = Trees.object();
        next.put("count", before.path("count").asLong(0) + 1);
        var latest = next.putArray("latest");
        before.path("latest").forEach(latest::add);
        latest.add(occurrence);
        while (latest.size() > REMEMBERED_MAX) {
            latest.remove(0);
        }
        return next;
    }

    /** How many occasions an alert remembers by name. */
    private static final int REMEMBERED_MAX = 40;

    private static ObjectNode deadline(ObjectNode state, String event, JsonNode e) {
        var next = state.deepCopy();
        switch (event) {
            case "DeadlineWatched" -> {
                var stops = state.path("stops").asInt(0)
                        + (state.path("type").asString().equals("Stopped") ? 1 : 0);
                next.removeAll();
                next.put("type", "Watched").set("terms", e.path("terms"));
                next.putArray("warned");
                if (stops > 0) {
                    next.put("stops", stops);
                }
            }
            case "DeadlineWarned" -> e.path("leads").forEach(list(next, "warned")::add);
            case "DeadlineStopped" -> {
                next.put("type", "Stopped");
                next.set("reason", e.path("reason"));
            }
            default -> throw unknown(event);
        }
        return next;
    }

    private static ObjectNode knownCase(ObjectNode state, String event, JsonNode e) {
        var next = state.deepCopy();
        switch (event) {
            case "CaseAwaited" -> list(next, "assets").add(e.path("assetId"));
            case "AssetForgotten" -> {
                var assets = list(next, "assets");
                for (var i = assets.size() - 1; i >= 0; i--) {
                    if (assets.get(i).equals(e.path("assetId"))) {
                        assets.remove(i);
                    }
                }
            }
            case "FactsNoted" -> next.set("facts", e.path("facts"));
            case "GroundNoted" ->
                ((ObjectNode) next.path("grounds")).set(e.path("state").asString(), e.path("ground"));
            default -> throw unknown(event);
        }
        return next;
    }

    private static ObjectNode parking(ObjectNode state, String event, JsonNode e) {
        var next = state.deepCopy();
        switch (event) {
            case "KeyParked" -> {
                copy(e, next, "consumer", "subject");
                next.put("parked", true);
            }
            case "KeyFreed" -> next.put("parked", false);
            case "RecordLeftOut" -> {
                copy(e, next, "consumer", "subject");
                next.set("lastLeftOut", e.path("position"));
            }
            default -> throw unknown(event);
        }
        return next;
    }

    private static ObjectNode typed(String type) {
        var state = Trees.object();
        state.put("type", type);
        return state;
    }

    static void copy(JsonNode from, ObjectNode to, String... names) {
        for (var name : names) {
            if (from.has(name)) {
                to.set(name, from.path(name));
            }
        }
    }

    static ObjectNode object(ObjectNode parent, String name) {
        if (parent.path(name) instanceof ObjectNode child) {
            return child;
        }
        throw new Unfoldable("there is no " + name + " yet");
    }

    static ArrayNode list(ObjectNode parent, String name) {
        if (parent.path(name) instanceof ArrayNode child) {
            return child;
        }
        throw new Unfoldable("there are no " + name + " yet");
    }

    static ObjectNode entry(ArrayNode list, String field, String wanted) {
        return (ObjectNode) list.get(index(list, field, wanted));
    }

    static void remove(ArrayNode list, String field, String unwanted) {
        for (var i = list.size() - 1; i >= 0; i--) {
            if (list.get(i).path(field).asString().equals(unwanted)) {
                list.remove(i);
            }
        }
    }

    private static int index(ArrayNode list, String field, String wanted) {
        for (var i = 0; i < list.size(); i++) {
            if (list.get(i).path(field).asString().equals(wanted)) {
                return i;
            }
        }
        throw new Unfoldable("nothing there has " + field + " " + wanted);
    }

    static Unfoldable unknown(String event) {
        return new Unfoldable("what " + event + " leads to is not known here");
    }
}
