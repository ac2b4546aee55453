package org.repatria.system.checker;

import java.util.List;

/** What fills a dossier, event by event, and the dossier that comes of it; both written down by hand. */
final class Dossiers {

    /** An event as a journal has it. */
    record Event(String type, String data) {}

    static final String EMPTY = """
            {"facts": {"history": {}, "offences": []}, "strategies": {"versions": []},
             "courses": {"courses": [], "proposals": []},
             "safeguards": {"checks": {"entries": [], "overrides": []}, "stays": {"stays": []},
               "conflicts": {"marks": []}, "rights": {"observed": []}},
             "disclosures": {"log": [], "corrections": [], "grants": []},
             "clocks": {"clocks": [], "happenings": [], "started": 0, "confided": 0},
             "assets": [], "missing": [], "reviews": []}""";

    private static final String SIGNATURE = "{\"officer\": \"lena\", \"at\": \"2014-09-01T12:00:00Z\"}";

    static final List<Event> EVENTS = List.of(
            new Event("CaseSubmitted", "{\"caseId\": \"case-1\", \"at\": \"2014-09-01T12:00:00Z\"}"),
            part("FactsChanged", """
                    {"type": "FactsRecorded", "facts": [
                      {"name": "HS_NATIONAL", "value": "NO", "kind": "FACT", "asOf": "2014-08-29", \
                    "recordedAt": "2014-09-01T12:00:00Z"},
                      {"name": "HS_NATIONAL", "value": "YES", "kind": "FACT", "asOf": "2014-08-30", \
                    "recordedAt": "2014-09-01T12:00:00Z"}]}"""),
            part("FactsChanged", """
                    {"type": "OffenceRecorded", "offence": {"id": "offence-1", "title": "Bribery"}, "by": "carl"}"""),
            part("FactsChanged", """
                    {"type": "OffenceRecorded", "offence": {"id": "offence-1", "title": "Embezzlement"}, \
                    "by": "carl"}"""),
            new Event("CaseAssessed", """
                    {"caseId": "case-1", "run": {"id": "run-1", "result": {"EXTRADITION": "BARRED"}}, "difference": {},
                     "told": {"id": "run-1", "result": {}}, "disclosed": {}}"""),
            new Event("OtherStateTold", "{\"caseId\": \"case-1\", \"telling\": {\"type\": \"StatusShared\"}}"),
            part("SafeguardsChanged", """
                    {"type": "CheckRecorded", "entry": {"id": "check-1", "check": "SG-01", "result": "PASS", \
                    "status": "RECORDED"}}"""),
            part("SafeguardsChanged", """
                    {"type": "CheckApproved", "entryId": "check-1", "signature": %s}""".formatted(SIGNATURE)),
            part("SafeguardsChanged", """
                    {"type": "CheckChallenged", "check": "SG-01", "entryIds": ["check-1"], \
                    "signature": %s}""".formatted(SIGNATURE)),
            part("SafeguardsChanged", """
                    {"type": "CheckOverridden", "override": {"check": "SG-01", "gate": "ACCEPT_CASE", \
                    "entryId": "check-1"}}"""),
            part("SafeguardsChanged", """
                    {"type": "StayRecorded", "stay": {"id": "stay-1", "body": "ECtHR"}}"""),
            part("SafeguardsChanged", """
                    {"type": "StayLifted", "stayId": "stay-1", "lift": {"document": "doc-2"}}"""),
            part("SafeguardsChanged", """
                    {"type": "ConflictMarked", "mark": {"officer": "eve"}}"""),
            part("SafeguardsChanged", """
                    {"type": "ConflictMarked", "mark": {"officer": "ana"}}"""),
            part("SafeguardsChanged", """
                    {"type": "ConflictUnmarked", "officer": "eve", "signature": %s}""".formatted(SIGNATURE)),
            part("SafeguardsChanged", """
                    {"type": "RightRecorded", "right": {"id": "right-1", "kind": "INTERPRETER"}}"""),
            part("SharingChanged", """
                    {"type": "DataDisclosed", "disclosure": {"id": "disclosure-1", "recipients": ["XR-CA"]}}"""),
            part("SharingChanged", """
                    {"type": "CorrectionOpened", "correction": {"id": "correction-1", "notified": []}}"""),
            part("SharingChanged", """
                    {"type": "RecipientNotified", "correctionId": "correction-1", "recipient": "XR-CA"}"""),
            part(
                    "SharingChanged",
                    granted("CompartmentGranted", "grant-1", "2014-08-31T12:00:00Z", "2014-09-01T12:00:00Z")),
            part(
                    "SharingChanged",
                    granted("CompartmentGranted", "grant-2", "2014-09-01T12:00:00Z", "2014-09-02T12:00:00Z")),
            part("SharingChanged", granted("GlassBroken", "grant-3", "2014-09-01T13:00:00Z", "2014-09-02T13:00:00Z")),
            part("SharingChanged", "{\"type\": \"GrantWithdrawn\", \"grantId\": \"grant-2\"}"),
            part("LeaningsChanged", """
                    {"type": "CaseLeans", "leaning": {"noticeId": "notice-1", "caseId": "case-9", \
                    "ground": "CO_ACCUSED"}}"""),
            part("CourseChanged", """
                    {"type": "MoveProposed", "proposal": {"id": "proposal-1", "kind": "case", \
                    "move": {"to": "ACCEPTED"}}}"""),
            part("CourseChanged", """
                    {"type": "ProposalApproved", "proposalId": "proposal-1", "courseId": "case-1"}"""),
            new Event("StageReached", """
                    {"caseId": "case-1", "from": "SCREENING", "to": "ACCEPTED", "reasons": "clear",
                     "happened": {"type": "On", "day": "2014-09-01"}, "at": "2014-09-01T12:00:00Z"}"""),
            part("StrategyChanged", """
                    {"type": "StrategyProposed", "strategy": {"number": 1, "status": "PROPOSED", "signatures": [], \
                    "approvals": []}}"""),
            part("StrategyChanged", """
                    {"type": "StrategyCountersigned", "number": 1, "signature": {"side": "REQUESTING"}}"""),
            part("StrategyChanged", """
                    {"type": "StrategyProposed", "strategy": {"number": 2, "status": "PROPOSED", "signatures": [], \
                    "approvals": []}}"""),
            part("CourseChanged", """
                    {"type": "CourseOpened", "courseId": "pathway-1", "kind": "extradition", "title": "", \
                    "state": "ASSESSMENT",
                     "happened": {"type": "On", "day": "2014-09-01"}, "particulars": {"ground": "treaty"}, \
                    "documents": [],
                     "by": "lena", "at": "2014-09-01T12:00:00Z"}"""),
            part("CourseChanged", """
                    {"type": "Moved", "courseId": "pathway-1", "kind": "extradition", "from": "ASSESSMENT", \
                    "to": "PA_REQUESTED",
                     "happened": {"type": "On", "day": "2014-09-01"}, "particulars": {"warrant": "W-1"}, \
                    "documents": ["doc-1"],
                     "by": "lena", "approvedBy": "hana", "at": "2014-09-01T12:00:00Z"}"""),
            part("CourseChanged", """
                    {"type": "LaterChargeRecorded", "courseId": "pathway-1", "chargeId": "charge-1", "title": "Tax", \
                    "laidOn": "2014-09-01"}"""),
            part("CourseChanged", """
                    {"type": "LaterChargeDecided", "courseId": "pathway-1", "chargeId": "charge-1", \
                    "outcome": "DROPPED"}"""),
            part("CourseChanged", """
                    {"type": "MoveProposed", "proposal": {"id": "proposal-2", "kind": "extradition", \
                    "move": {"to": "WITHDRAWN"}}}"""),
            part("ClockChanged", """
                    {"type": "HappeningKept", "happening": {"token": "extradition.RECEIVED", "about": "pathway-1"}}"""),
            part("ClockChanged", started("clk-1")),
            part("ClockChanged", "{\"type\": \"WarningGiven\", \"clockId\": \"clk-1\", \"lead\": 3}"),
            part(
                    "ClockChanged",
                    "{\"type\": \"ClockExtended\", \"clockId\": \"clk-1\", \"successor\": " + clock("clk-2") + "}"),
            part("ClockChanged", started("clk-3")),
            part("ClockChanged", """
                    {"type": "ClockSatisfied", "clockId": "clk-3", "by": {"token": "extradition.RECEIVED"}}"""),
            new Event("MissingChecksChanged", "{\"caseId\": \"case-1\", \"missing\": [\"SG-09\"]}"),
            new Event("RecoveryGroundChanged", """
                    {"caseId": "case-1", "ground": {"all": {"number": 2, "gates": []}, \
                    "shared": {"number": 1, "gates": []}}}"""),
            new Event("ReviewRequired", "{\"caseId\": \"case-1\", \"cause\": \"the warrant was lifted\"}"),
            new Event("AssetNoted", """
                    {"caseId": "case-1", "asset": {"assetId": "asset-2", "state": "IDENTIFIED", "version": 1}}"""),
            new Event("AssetNoted", """
                    {"caseId": "case-1", "asset": {"assetId": "asset-1", "state": "RESTRAINED", "version": 3}}"""),
            new Event("AssetsNoted", """
                    {"caseId": "case-1", "assets": {"changes": 1, "shelves": [4],
                     "byState": {"states": [{"state": "IDENTIFIED", "count": 1, "first": ["asset-1"]}]}}}"""));

    static final String STATE = """
            {"facts": {"history": {"HS_NATIONAL": [
                {"name": "HS_NATIONAL", "value": "NO", "kind": "FACT", "asOf": "2014-08-29", \
            "recordedAt": "2014-09-01T12:00:00Z"},
                {"name": "HS_NATIONAL", "value": "YES", "kind": "FACT", "asOf": "2014-08-30", \
            "recordedAt": "2014-09-01T12:00:00Z"}]},
               "offences": [{"id": "offence-1", "title": "Embezzlement"}]},
             "run": {"id": "run-1", "result": {"EXTRADITION": "BARRED"}},
             "toldRun": {"id": "run-1", "result": {}},
             "strategies": {"versions": [
               {"number": 1, "status": "SUPERSEDED", "signatures": [{"side": "REQUESTING"}], "approvals": []},
               {"number": 2, "status": "PROPOSED", "signatures": [], "approvals": []}]},
             "courses": {"courses": [{"id": "pathway-1", "kind": "extradition", "title": "", "state": "PA_REQUESTED",
                 "particulars": {"ground": "treaty", "warrant": "W-1"}, "openedAt": "2014-09-01T12:00:00Z",
                 "steps": [
                   {"from": "-", "to": "ASSESSMENT", "happened": {"type": "On", "day": "2014-09-01"}, "documents": [],
                    "by": "lena", "recordedAt": "2014-09-01T12:00:00Z"},
                   {"from": "ASSESSMENT", "to": "PA_REQUESTED", "happened": {"type": "On", "day": "2014-09-01"},
                    "documents": ["doc-1"], "by": "lena", "approvedBy": "hana", "recordedAt": "2014-09-01T12:00:00Z"}],
                 "laterCharges": [{"id": "charge-1", "title": "Tax", "laidOn": "2014-09-01", "outcome": "DROPPED"}]}],
               "proposals": [{"id": "proposal-2", "kind": "extradition", "move": {"to": "WITHDRAWN"}}]},
             "safeguards": {
               "checks": {"entries": [{"id": "check-1", "check": "SG-01", "result": "PASS", "status": "APPROVED",
                   "decided": %1$s, "challenged": %1$s}],
                 "overrides": [{"check": "SG-01", "gate": "ACCEPT_CASE", "entryId": "check-1"}]},
               "stays": {"stays": [{"id": "stay-1", "body": "ECtHR", "lift": {"document": "doc-2"}}]},
               "conflicts": {"marks": [{"officer": "ana"}]},
               "rights": {"observed": [{"id": "right-1", "kind": "INTERPRETER"}]}},
             "disclosures": {"log": [{"id": "disclosure-1", "recipients": ["XR-CA"]}],
               "corrections": [{"id": "correction-1", "notified": ["XR-CA"]}],
               "grants": [{"id": "grant-3", "officer": "carl", "compartment": "ASYLUM", \
            "signature": {"at": "2014-09-01T13:00:00Z"},
                 "until": "2014-09-02T13:00:00Z"}]},
             "clocks": {"clocks": [
                 {"id": "clk-1", "rule": {"id": "CLK-X", "knownTo": "BOTH"}, "state": "SUPERSEDED", \
            "supersededBy": "clk-2",
                  "warnings": [{"lead": 7, "given": false}, {"lead": 3, "given": true}]},
                 {"id": "clk-2", "rule": {"id": "CLK-X", "knownTo": "BOTH"}, "state": "RUNNING",
                  "warnings": [{"lead": 7, "given": false}, {"lead": 3, "given": false}]},
                 {"id": "clk-3", "rule": {"id": "CLK-X", "knownTo": "BOTH"}, "state": "SATISFIED", \
            "satisfiedBy": {"token": "extradition.RECEIVED"},
                  "warnings": [{"lead": 7, "given": false}, {"lead": 3, "given": false}]}],
               "happenings": [{"token": "extradition.RECEIVED", "about": "pathway-1"}], "started": 3, "confided": 0},
             "assets": [{"assetId": "asset-2", "state": "IDENTIFIED", "version": 1}],
             "knownAssets": {"changes": 1, "shelves": [4],
               "byState": {"states": [{"state": "IDENTIFIED", "count": 1, "first": ["asset-1"]}]}},
             "missing": ["SG-09"],
             "recovery": {"all": {"number": 2, "gates": []}, "shared": {"number": 1, "gates": []}},
             "lastStep": {"from": "SCREENING", "to": "ACCEPTED", "happened": {"type": "On", "day": "2014-09-01"},
               "recordedAt": "2014-09-01T12:00:00Z", "by": "", "documents": []},
             "reviews": ["the warrant was lifted"],
             "leanings": {"leanings": [{"noticeId": "notice-1", "caseId": "case-9", "ground": "CO_ACCUSED"}], \
            "fallen": []}}""".formatted(SIGNATURE);

    private Dossiers() {}

    private static Event part(String type, String event) {
        return new Event(type, "{\"caseId\": \"case-1\", \"event\": " + event + ", \"at\": \"2014-09-01T12:00:00Z\"}");
    }

    private static String granted(String type, String id, String at, String until) {
        return """
                {"type": "%s", "grant": {"id": "%s", "officer": "carl", "compartment": "ASYLUM", \
                "signature": {"at": "%s"},
                  "until": "%s"}}""".formatted(type, id, at, until);
    }

    static String started(String id) {
        return "{\"type\": \"ClockStarted\", \"clock\": " + clock(id) + "}";
    }

    private static String clock(String id) {
        return """
                {"id": "%s", "rule": {"id": "CLK-X", "knownTo": "BOTH"}, "state": "RUNNING",
                 "warnings": [{"lead": 7, "given": false}, {"lead": 3, "given": false}]}""".formatted(id);
    }
}
