package org.repatria.system.checker;

import static org.repatria.system.checker.Folds.copy;
import static org.repatria.system.checker.Folds.entry;
import static org.repatria.system.checker.Folds.list;
import static org.repatria.system.checker.Folds.object;
import static org.repatria.system.checker.Folds.remove;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the events of a case lead to in its dossier. What somebody decided or counted stands in the events; nothing is
 * decided here.
 */
final class DossierFold {

    private static final Set<String> EVENTS = Set.of(
            "FactsChanged",
            "CaseAssessed",
            "StrategyChanged",
            "CourseChanged",
            "SafeguardsChanged",
            "OtherStateTold",
            "SharingChanged",
            "LeaningsChanged",
            "ClockChanged",
            "MissingChecksChanged",
            "RecoveryGroundChanged",
            "ReviewRequired",
            "AssetsNoted",
            "AssetNoted",
            "AssetForgotten");

    /** Shelves of a case; an asset stands on the one that its id leads to. */
    private static final int SHELVES = 16;

    /** Answers to one question that a document keeps; the one that counts stays among them. */
    private static final int ANSWERS_KEPT = 20;

    /** Versions of a strategy that a document keeps. */
    private static final int STRATEGIES_KEPT = 20;

    private DossierFold() {}

    static boolean knows(String event) {
        return EVENTS.contains(event);
    }

    static ObjectNode empty() {
        return (ObjectNode) Trees.read("""
                {"facts": {"history": {}, "offences": []}, "strategies": {"versions": []},
                 "courses": {"courses": [], "proposals": []},
                 "safeguards": {"checks": {"entries": [], "overrides": []}, "stays": {"stays": []},
                   "conflicts": {"marks": []}, "rights": {"observed": []}},
                 "disclosures": {"log": [], "corrections": [], "grants": []},
                 "clocks": {"clocks": [], "happenings": [], "started": 0, "confided": 0},
                 "assets": [], "missing": [], "reviews": []}""");
    }

    static void apply(ObjectNode dossier, String event, JsonNode data) {
        var e = data.path("event");
        switch (event) {
            case "FactsChanged" -> facts(object(dossier, "facts"), e);
            case "CaseAssessed" -> {
                dossier.set("run", data.path("run"));
                if (data.has("told")) {
                    dossier.set("toldRun", data.path("told"));
                }
            }
            case "StrategyChanged" -> {
                strategy(list(object(dossier, "strategies"), "versions"), e);
                // Whoever looks at the strategy anew has taken in what asked for it.
                dossier.putArray("reviews");
                if (dossier.path("leanings") instanceof ObjectNode leanings) {
                    leanings.putArray("fallen");
                }
            }
            case "CourseChanged" -> course(object(dossier, "courses"), e);
            case "SafeguardsChanged" -> safeguards(object(dossier, "safeguards"), e);
            // What is told is made of what the case holds; saying it changes nothing.
            case "OtherStateTold" -> {}
            case "SharingChanged" -> sharing(object(dossier, "disclosures"), e);
            case "LeaningsChanged" -> leaning(dossier, e);
            case "ClockChanged" -> ClocksFold.apply(object(dossier, "clocks"), e);
            case "MissingChecksChanged" -> dossier.set("missing", data.path("missing"));
            case "RecoveryGroundChanged" -> dossier.set("recovery", data.path("ground"));
            case "ReviewRequired" -> review(dossier, data.path("cause").asString());
            case "AssetsNoted" -> known(dossier, data.path("assets"));
            // Journals have both from before the assets of a case had shelves.
            case "AssetNoted" -> noted(list(dossier, "assets"), data.path("asset"));
            case "AssetForgotten" ->
                remove(list(dossier, "assets"), "assetId", data.path("assetId").asString());
            default -> throw Folds.unknown(event);
        }
    }

    /** An asset whose shelf the case is told of is no longer kept in the case. */
    private static void known(ObjectNode dossier, JsonNode assets) {
        dossier.set("knownAssets", assets);
        var shelves = assets.path("shelves").valueStream().map(JsonNode::asInt).toList();
        list(dossier, "assets")
                .removeIf(asset -> shelves.contains(
                        Math.floorMod(asset.path("assetId").asString().hashCode(), SHELVES)));
    }

    /** The last move of the case itself. */
    static void stepped(ObjectNode dossier, JsonNode e) {
        var step = dossier.putObject("lastStep");
        copy(e, step, "from", "to", "happened");
        step.set("recordedAt", e.path("at"));
        step.put("by", "");
        step.putArray("documents");
    }

    private static void facts(ObjectNode facts, JsonNode e) {
        switch (e.path("type").asString()) {
            case "FactsRecorded" -> e.path("facts").forEach(fact -> answer(object(facts, "history"), fact));
            case "OffenceRecorded" -> {
                var offences = list(facts, "offences");
                remove(offences, "id", e.path("offence").path("id").asString());
                offences.add(e.path("offence"));
            }
            default -> throw unknown(e);
        }
    }

    private static void answer(ObjectNode history, JsonNode fact) {
        var name = fact.path("name").asString();
        var answers = history.path(name) instanceof ArrayNode known ? known : history.putArray(name);
        answers.add(fact);
        if (answers.size() > ANSWERS_KEPT) {
            var counting = counting(answers);
            answers.remove(IntStream.range(0, answers.size())
                    .filter(i -> !answers.get(i).equals(counting))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private static JsonNode counting(ArrayNode answers) {
        return answers.valueStream()
                .filter(fact -> !fact.path("kind").asString().equals("ALLEGATION"))
                .max(Comparator.comparing((JsonNode fact) ->
                                LocalDate.parse(fact.path("asOf").asString()))
                        .thenComparing(
                                fact -> Instant.parse(fact.path("recordedAt").asString())))
                .orElseGet(Trees::object);
    }

    private static void strategy(ArrayNode versions, JsonNode e) {
        var number = e.path("number").asString();
        switch (e.path("type").asString()) {
            case "StrategyProposed" -> {
                for (var version : versions) {
                    if (Set.of("PROPOSED", "AGREED")
                            .contains(version.path("status").asString())) {
                        ((ObjectNode) version).put("status", "SUPERSEDED");
                    }
                }
                versions.add(e.path("strategy").deepCopy());
                if (versions.size() > STRATEGIES_KEPT) {
                    versions.remove(0);
                }
            }
            case "StrategyVetoed" -> entry(versions, "number", number).put("status", "VETOED");
            case "StrategyApprovedByHead" ->
                list(entry(versions, "number", number), "approvals").add(e.path("approval"));
            case "StrategyCountersigned" ->
                list(entry(versions, "number", number), "signatures").add(e.path("signature"));
            case "StrategyAgreed" ->
                entry(versions, "number", number).put("status", "AGREED").set("agreedOn", e.path("agreedOn"));
            default -> throw unknown(e);
        }
    }

    private static void course(ObjectNode courses, JsonNode e) {
        switch (e.path("type").asString()) {
            case "CourseOpened" -> {
                var course = list(courses, "courses").addObject();
                copy(e, course, "kind", "title", "state");
                course.set("id", e.path("courseId"));
                course.set("openedAt", e.path("at"));
                course.set("particulars", e.path("particulars").deepCopy());
                course.putArray("laterCharges");
                step(course.putArray("steps"), e).put("from", "-").set("to", e.path("state"));
            }
            case "Moved" -> {
                var course = courseOf(courses, e);
                course.set("state", e.path("to"));
                for (var name : e.path("particulars").propertyNames()) {
                    object(course, "particulars")
                            .set(name, e.path("particulars").path(name));
                }
                copy(e, step(list(course, "steps"), e), "from", "to", "approvedBy");
            }
            case "MoveProposed" -> list(courses, "proposals").add(e.path("proposal"));
            case "ProposalApproved", "ProposalRefused", "ProposalWithdrawn", "ProposalExpired", "ProposalOvertaken" ->
                remove(list(courses, "proposals"), "id", e.path("proposalId").asString());
            case "LaterChargeRecorded" -> {
                var charge = list(courseOf(courses, e), "laterCharges").addObject();
                copy(e, charge, "title", "laidOn");
                charge.set("id", e.path("chargeId"));
            }
            case "LaterChargeDecided" -> {
                var charges = list(courseOf(courses, e), "laterCharges");
                var charge = entry(charges, "id", e.path("chargeId").asString());
                remove(charges, "id", e.path("chargeId").asString());
                charges.add(charge);
                charge.set("outcome", e.path("outcome"));
            }
            default -> throw unknown(e);
        }
    }

    private static ObjectNode courseOf(ObjectNode courses, JsonNode e) {
        return entry(list(courses, "courses"), "id", e.path("courseId").asString());
    }

    private static ObjectNode step(ArrayNode steps, JsonNode e) {
        var step = steps.addObject();
        copy(e, step, "happened", "by", "documents");
        step.set("recordedAt", e.path("at"));
        return step;
    }

    private static void safeguards(ObjectNode safeguards, JsonNode e) {
        var checks = object(safeguards, "checks");
        switch (e.path("type").asString()) {
            case "CheckRecorded" -> list(checks, "entries").add(e.path("entry").deepCopy());
            case "CheckApproved" -> decide(checks, e, "APPROVED");
            case "CheckRejected" -> decide(checks, e, "REJECTED");
            case "CheckWithdrawn" -> decide(checks, e, "WITHDRAWN");
            case "ConditionsAccepted" ->
                check(checks, e.path("entryId")).set("conditionsAccepted", e.path("signature"));
            case "CheckChallenged" ->
                e.path("entryIds").forEach(id -> check(checks, id).set("challenged", e.path("signature")));
            case "CheckOverridden" -> list(checks, "overrides").add(e.path("override"));
            case "StayRecorded" ->
                list(object(safeguards, "stays"), "stays").add(e.path("stay").deepCopy());
            case "StayLifted" ->
                entry(
                                list(object(safeguards, "stays"), "stays"),
                                "id",
                                e.path("stayId").asString())
                        .set("lift", e.path("lift"));
            case "ConflictMarked" ->
                list(object(safeguards, "conflicts"), "marks").add(e.path("mark"));
            case "ConflictUnmarked" ->
                remove(
                        list(object(safeguards, "conflicts"), "marks"),
                        "officer",
                        e.path("officer").asString());
            case "RightRecorded" ->
                list(object(safeguards, "rights"), "observed").add(e.path("right"));
            default -> throw unknown(e);
        }
    }

    private static void decide(ObjectNode checks, JsonNode e, String status) {
        check(checks, e.path("entryId")).put("status", status).set("decided", e.path("signature"));
    }

    private static ObjectNode check(ObjectNode checks, JsonNode id) {
        return entry(list(checks, "entries"), "id", id.asString());
    }

    private static void sharing(ObjectNode disclosures, JsonNode e) {
        switch (e.path("type").asString()) {
            case "DataDisclosed" -> list(disclosures, "log").add(e.path("disclosure"));
            case "CorrectionOpened" ->
                list(disclosures, "corrections").add(e.path("correction").deepCopy());
            case "CompartmentGranted", "GlassBroken" -> grant(disclosures, e.path("grant"));
            case "GrantWithdrawn" ->
                remove(list(disclosures, "grants"), "id", e.path("grantId").asString());
            case "RecipientNotified" ->
                list(
                                entry(
                                        list(disclosures, "corrections"),
                                        "id",
                                        e.path("correctionId").asString()),
                                "notified")
                        .add(e.path("recipient"));
            default -> throw unknown(e);
        }
    }

    /** With a new grant those go that have ended by then. */
    private static void grant(ObjectNode disclosures, JsonNode grant) {
        var at = Instant.parse(grant.at("/signature/at").asString());
        var grants = list(disclosures, "grants");
        for (var i = grants.size() - 1; i >= 0; i--) {
            if (!at.isBefore(Instant.parse(grants.get(i).path("until").asString()))) {
                grants.remove(i);
            }
        }
        grants.add(grant);
    }

    private static void leaning(ObjectNode dossier, JsonNode e) {
        if (!dossier.has("leanings")) {
            var none = dossier.putObject("leanings");
            none.putArray("leanings");
            none.putArray("fallen");
        }
        var leanings = object(dossier, "leanings");
        switch (e.path("type").asString()) {
            case "CaseLeans" -> list(leanings, "leanings").add(e.path("leaning"));
            case "LeaningEnded" -> end(list(leanings, "leanings"), e.path("leaning"));
            case "NoticeFell" -> {}
            case "FallenNoticeNoted" -> {
                list(leanings, "fallen").add(e.path("notice"));
                review(dossier, causeOf(e.path("notice").path("fate").asString()));
            }
            default -> throw unknown(e);
        }
    }

    private static void end(ArrayNode leanings, JsonNode ended) {
        for (var i = leanings.size() - 1; i >= 0; i--) {
            if (leanings.get(i).path("noticeId").equals(ended.path("noticeId"))
                    && leanings.get(i).path("caseId").equals(ended.path("caseId"))) {
                leanings.remove(i);
            }
        }
    }

    private static String causeOf(String fate) {
        var what = switch (fate) {
            case "DELETED" -> "was refused or deleted";
            case "SUSPENDED" -> "was blocked";
            case "WITHDRAWN" -> "was withdrawn";
            default -> throw new Folds.Unfoldable("no notice falls by " + fate);
        };
        return "a notice of another case, on which this one leans, " + what;
    }

    private static void review(ObjectNode dossier, String cause) {
        var reviews = list(dossier, "reviews");
        if (reviews.valueStream().noneMatch(known -> known.asString().equals(cause))) {
            reviews.add(cause);
        }
    }

    private static void noted(ArrayNode assets, JsonNode asset) {
        var id = asset.path("assetId").asString();
        remove(assets, "assetId", id);
        var at = 0;
        while (at < assets.size() && assets.get(at).path("assetId").asString().compareTo(id) < 0) {
            at++;
        }
        assets.insert(at, asset);
    }

    private static Folds.Unfoldable unknown(JsonNode e) {
        return Folds.unknown(e.path("type").asString());
    }
}
