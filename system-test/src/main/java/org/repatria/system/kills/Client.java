package org.repatria.system.kills;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.repatria.system.client.Reply;
import org.repatria.system.kills.Stubborn.Ask;
import tools.jackson.databind.JsonNode;

/**
 * One client at work. It opens cases and assets, takes them through their lives, fills the dossiers, and reads again
 * where others were faster.
 */
final class Client {

    private static final String JSON = "application/json";
    private static final String OFFICER = "carl.officer-program";
    private static final String ANALYST = "ana.analyst-program";

    private final int number;
    private final SplittableRandom random;
    private final Stubborn stubborn;
    private final List<String> sharedAssets;
    private final String bearing;
    private final List<Work> cases = new ArrayList<>();
    private final List<Work> assets = new ArrayList<>();
    private int keys;

    /** The names of the people are made of this, so that no two cases are about the same person. */
    private static final String[] SYLLABLES = {"ba", "ko", "ri", "mu", "te", "vo", "sa", "lin", "dar", "fen"};

    /** @param bearing the case that bears the orders on what this client finds */
    Client(int number, long seed, Stubborn stubborn, List<String> sharedAssets, String bearing) {
        this.number = number;
        this.random = new SplittableRandom(seed * 31 + number);
        this.stubborn = stubborn;
        this.sharedAssets = sharedAssets;
        this.bearing = bearing;
    }

    /** Something that the client works on, as far as it knows. */
    private static final class Work {
        final String id;
        long version;
        String state;
        String assignee = "";
        String order = "";
        int extensions;
        boolean assessed;
        String proposal = "";
        boolean borne;

        Work(String id, long version, String state) {
            this.id = id;
            this.version = version;
            this.state = state;
        }
    }

    /** One command, or a reading that makes the next one possible. */
    void step() throws InterruptedException {
        var dice = random.nextInt(100);
        if (dice < 12 || cases.isEmpty()) {
            openCase();
        } else if (dice < 40) {
            moveCase(any(cases));
        } else if (dice < 58) {
            workOnDossier(any(cases));
        } else if (dice < 66 || assets.isEmpty()) {
            registerAsset();
        } else if (dice < 85) {
            moveAsset(any(assets));
        } else if (dice < 93 && !sharedAssets.isEmpty()) {
            value(sharedAssets.get(random.nextInt(sharedAssets.size())), Optional.empty());
        } else {
            answerAlert(any(cases));
        }
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static <T> void keep(List<T> some, T one, int most) {
        some.add(one);
        if (some.size() > most) {
            some.removeFirst();
        }
    }

    private String key() {
        return "c" + number + "-" + keys++;
    }

    private String name() {
        var name = new StringBuilder("N");
        for (var rest = keys * 100 + number + 1; rest > 0; rest /= 10) {
            name.append(SYLLABLES[rest % 10]);
        }
        return name.toString();
    }

    private void openCase() throws InterruptedException {
        var name = name();
        var body = """
                {"requestingState": "XR", "requestedState": "XH",
                 "person": {"name": "%s Vint", "aliases": [], "birthDate": "19%02d-%02d-%02d", "nationalities": ["XR"],
                   "documents": [{"kind": "PASSPORT", "country": "XR", "number": "R%d-%d"}]},
                 "offenceSummary": "Embezzlement of public funds", "authority": "General Prosecution of Ruvania",
                 "amountAlleged": {"amount": "%d.00", "currency": "%s"}, "handedOverOn": "2014-08-29", \
                "source": "letter"}""".formatted(
                        name,
                        40 + random.nextInt(50),
                        1 + random.nextInt(12),
                        1 + random.nextInt(28),
                        number,
                        keys,
                        1000 + random.nextInt(1_000_000),
                        random.nextBoolean() ? "USD" : "EUR");
        var reply = ask("openCase", "ana.analyst", "/v1/cases", OptionalLong.empty(), body, Optional.empty());
        reply.filter(Reply::isSuccess)
                .ifPresent(r -> keep(
                        cases,
                        new Work(r.json().path("id").asString(), r.version(), "DRAFT"),
                        Limits.CASES_PER_CLIENT));
    }

    private void moveCase(Work work) throws InterruptedException {
        switch (work.state) {
            case "DRAFT" -> {
                if (work.assignee.isEmpty() || random.nextInt(4) == 0) {
                    assign(work);
                } else if (work.assignee.equals(OFFICER)) {
                    on(work, "submitCase", "carl.officer", "submission", "", "SCREENING");
                } else {
                    assign(work);
                }
            }
            case "SCREENING" -> {
                switch (random.nextInt(4)) {
                    case 0 -> hold(work);
                    case 1 -> assign(work);
                    default ->
                        on(
                                work,
                                "returnCase",
                                "lena.legal",
                                "return-for-information",
                                "{\"gaps\": [\"A copy of the warrant\"]}",
                                "RETURNED_FOR_INFO");
                }
            }
            case "RETURNED_FOR_INFO" -> {
                if (work.assignee.equals(OFFICER)) {
                    on(
                            work,
                            "recordAnswer",
                            "carl.officer",
                            "answer",
                            "{\"answers\": [{\"gap\": 1, \"text\": \"enclosed\"}]}",
                            "SCREENING");
                } else {
                    assign(work);
                }
            }
            case "UNDER_CHALLENGE" -> answerChallenge(work);
            case "ON_HOLD" -> {
                if (random.nextInt(6) == 0) {
                    close(work);
                } else {
                    on(work, "resumeCase", "sara.supervisor", "resumption", "", "");
                    read(work, cases, "/v1/cases/");
                }
            }
            default -> cases.remove(work);
        }
    }

    private void assign(Work work) throws InterruptedException {
        var next = work.assignee.equals(OFFICER) ? ANALYST : OFFICER;
        if (on(work, "assignCase", "sara.supervisor", "assignment", "{\"assignee\": \"" + next + "\"}", work.state)) {
            work.assignee = next;
        }
    }

    private void hold(Work work) throws InterruptedException {
        var body = "{\"reason\": \"competing request\", \"reviewOn\": \"" + today().plusDays(30) + "\"}";
        on(work, "holdCase", "sara.supervisor", "hold", body, "ON_HOLD");
    }

    private void close(Work work) throws InterruptedException {
        on(
                work,
                "closeCase",
                "sara.supervisor",
                "closure",
                "{\"outcome\": \"WITHDRAWN_BY_RS\", \"reasons\": \"note of the requesting state\"}",
                "CLOSED");
    }

    /** A command on the version that the client knows; reads again when that is not the one any more. */
    private boolean on(Work work, String kind, String user, String act, String body, String next)
            throws InterruptedException {
        var path = "/v1/cases/" + work.id + "/" + act;
        var reply = ask(kind, user, path, OptionalLong.of(work.version), body, Optional.of(work.id));
        if (reply.filter(Reply::isSuccess).isPresent()) {
            work.version = reply.get().version();
            work.state = next;
            return true;
        }
        read(work, cases, "/v1/cases/");
        return false;
    }

    private void read(Work work, List<Work> among, String path) throws InterruptedException {
        var reply = stubborn.read("hana.head", path + work.id);
        if (reply.filter(Reply::isSuccess).isEmpty()) {
            among.remove(work);
            return;
        }
        var json = reply.get().json();
        work.version = reply.get().version();
        work.state = json.path("state").asString("");
        work.assignee = json.path("assignee").asString("");
    }

    /** What is found out, checked, timed and proposed. Each says something new, so that each changes the case. */
    private void workOnDossier(Work work) throws InterruptedException {
        switch (random.nextInt(8)) {
            case 0, 1 -> recordFact(work);
            case 2 -> recordOffence(work);
            case 3, 4 -> check(work);
            case 5 -> happen(work);
            case 6 -> assess(work);
            default -> {
                if (work.proposal.isEmpty()) {
                    turn(work);
                } else {
                    refuse(work);
                }
            }
        }
    }

    private Optional<Reply> dossier(Work work, String kind, String user, String act, String body)
            throws InterruptedException {
        var path = "/v1/cases/" + work.id + "/" + act;
        var reply = ask(kind, user, path, OptionalLong.empty(), body, Optional.of(work.id))
                .filter(Reply::isSuccess);
        reply.ifPresent(r -> work.version = r.version());
        return reply;
    }

    private void recordFact(Work work) throws InterruptedException {
        var body = """
                {"facts": [{"name": "%s", "value": "%s", "kind": "FACT", "source": "enquiry %d-%d", \
                "asOf": "%s"}]}""".formatted(
                        random.nextBoolean() ? "HS_NATIONAL" : "WILLING_TO_RETURN",
                        random.nextBoolean() ? "YES" : "NO",
                        number,
                        keys,
                        today().minusDays(1 + random.nextInt(50)));
        dossier(work, "recordFacts", "lena.legal", "facts", body);
    }

    private void recordOffence(Work work) throws InterruptedException {
        var body = "{\"title\": \"Count " + number + "-" + keys + "\", \"dualCriminal\": \"YES\"}";
        dossier(work, "recordOffence", "lena.legal", "offences", body);
    }

    /** Of ten checks one fails; of the others most find their second person. */
    private void check(Work work) throws InterruptedException {
        var fails = random.nextInt(10) == 0;
        var body =
                """
                {"check": "SG-0%d", "result": "%s", "reasons": "note %d-%d", "evidence": ["doc-%d"], \
                "on": "%s"}""".formatted(2 + random.nextInt(4), fails ? "FAIL" : "PASS", number, keys, keys, today().minusDays(1));
        var made = dossier(work, "recordCheck", "lena.legal", "checks", body);
        if (made.isPresent() && random.nextInt(3) > 0) {
            var entry = made.get().json().path("created").asString();
            dossier(
                    work,
                    "approveCheck",
                    "sara.supervisor",
                    "checks/" + entry + "/approval",
                    "{\"reasons\": \"seen, and agreed\"}");
        }
    }

    /** Requests on data start a clock each, an answer satisfies them all. No two happen at the same second. */
    private void happen(Work work) throws InterruptedException {
        var at = today().minusDays(2 + random.nextInt(80))
                .atStartOfDay(ZoneOffset.UTC)
                .minusSeconds(keys)
                .toInstant();
        var body = """
                {"token": "%s", "happened": {"instant": "%s", "zone": "America/New_York"}, \
                "document": "docket %d-%d"}""".formatted(
                        random.nextInt(4) == 0 ? "person.DATA_ANSWERED" : "person.DATA_REQUESTED", at, number, keys);
        dossier(work, "recordHappening", "lena.legal", "happenings", body);
    }

    /** Once by hand; after that the engine runs by itself when something changes. */
    private void assess(Work work) throws InterruptedException {
        if (!work.assessed) {
            work.assessed =
                    dossier(work, "assess", "lena.legal", "assessments", "{}").isPresent();
        }
    }

    /** Out of screening: turned aside by a challenge, or proposed to be turned down. */
    private void turn(Work work) throws InterruptedException {
        if (!work.state.equals("SCREENING")) {
            recordFact(work);
        } else if (random.nextBoolean()) {
            var challenged = dossier(
                    work, "challenge", "lena.legal", "moves", """
                    {"to": "UNDER_CHALLENGE", "happened": {"day": "%s"}, "reasons": "letter %d-%d",
                     "particulars": {"challenge": "DATA", "by": "counsel"}}""".formatted(today().minusDays(1), number, keys));
            if (challenged.isPresent()) {
                work.state = "UNDER_CHALLENGE";
            }
        } else {
            dossier(work, "proposeMove", "lena.legal", "moves", """
                            {"to": "NOT_ACCEPTED", "happened": {"day": "%s"}, "reasons": "note %d-%d",
                             "particulars": {"reasonCode": "NO_OFFENCE"}}""".formatted(today().minusDays(1), number, keys))
                    .ifPresent(r -> work.proposal = r.json().path("proposal").asString(""));
        }
    }

    private void refuse(Work work) throws InterruptedException {
        var path = "proposals/" + work.proposal + "/refusal";
        dossier(work, "refuseProposal", "sara.supervisor", path, "{\"reasons\": \"look again\"}");
        work.proposal = "";
    }

    private void answerChallenge(Work work) throws InterruptedException {
        var answered = dossier(
                work, "answerChallenge", "lena.legal", "moves", """
                {"to": "SCREENING", "happened": {"day": "%s"}, "reasons": "letter %d-%d", \
                "particulars": {"answer": "corrected"}}""".formatted(today().minusDays(1), number, keys));
        if (answered.isPresent()) {
            work.state = "SCREENING";
        } else {
            read(work, cases, "/v1/cases/");
        }
    }

    private void registerAsset() throws InterruptedException {
        var account = random.nextBoolean();
        var body = """
                {"kind": "%s", "description": "Find %d of client %d", "identifiers": [%s], \
                "location": {"country": "XH"},
                 "source": "search of 2014-11-03", "confidence": "MEDIUM"}""".formatted(
                        account ? "ACCOUNT" : "CASH",
                        keys,
                        number,
                        account
                                ? "{\"scheme\": \"ACCOUNT_NUMBER\", \"value\": \""
                                        + (10_000_000 + number * 100_000 + keys) + "\"}"
                                : "");
        ask("registerAsset", "amir.assets", "/v1/assets", OptionalLong.empty(), body, Optional.empty())
                .filter(Reply::isSuccess)
                .ifPresent(r -> keep(
                        assets,
                        new Work(r.json().path("id").asString(), r.version(), "IDENTIFIED"),
                        Limits.ASSETS_PER_CLIENT));
    }

    private void moveAsset(Work work) throws InterruptedException {
        switch (random.nextInt(5)) {
            case 0, 1 -> link(work);
            case 2 -> value(work.id, Optional.of(work));
            default -> {
                if (!work.borne) {
                    bear(work);
                } else if (work.order.isEmpty()) {
                    restrain(work);
                } else {
                    continueOrEnd(work);
                }
            }
        }
    }

    /** Mostly to a case of ours, sometimes to one that nobody knows. */
    private void link(Work work) throws InterruptedException {
        var caseId = random.nextInt(5) == 0 ? "case-unknown" + number + "x" + keys : any(cases).id;
        var path = "/v1/assets/" + work.id + "/case-links";
        var body = "{\"caseId\": \"" + caseId + "\"}";
        // Twice the same link is no event: no version is named, so only the answer of a new one says something changed.
        var before = stubborn.read("hana.head", "/v1/assets/" + work.id);
        var known = before.filter(Reply::isSuccess).isEmpty()
                || before.get().json().toString().contains("\"" + caseId + "\"");
        if (!known) {
            ask("linkCase", "amir.assets", path, OptionalLong.empty(), body, Optional.of(work.id))
                    .ifPresent(r -> work.version = r.version());
        }
    }

    /** An order is refused until the asset service has heard of the case. */
    private void bear(Work work) throws InterruptedException {
        var path = "/v1/assets/" + work.id + "/case-links";
        var body = "{\"caseId\": \"" + bearing + "\"}";
        ask("linkCase", "amir.assets", path, OptionalLong.empty(), body, Optional.of(work.id))
                .filter(Reply::isSuccess)
                .ifPresent(r -> {
                    work.version = r.version();
                    work.borne = true;
                });
    }

    private void value(String assetId, Optional<Work> work) throws InterruptedException {
        var body = """
                {"kind": "ESTIMATE_DESK", "value": {"amount": "%d.%02d", "currency": "USD"}, "valuedOn": "2015-03-10",
                 "method": "desk estimate %s", "valuer": "client %d", \
                "basis": "GROSS"}""".formatted(1 + random.nextInt(100_000), random.nextInt(100), keys, number);
        ask(
                        "recordValuation",
                        "amir.assets",
                        "/v1/assets/" + assetId + "/valuations",
                        OptionalLong.empty(),
                        body,
                        Optional.of(assetId))
                .ifPresent(r -> work.ifPresent(w -> w.version = r.version()));
    }

    private void restrain(Work work) throws InterruptedException {
        var body = """
                {"courtReference": "%d-%d", "legalBasis": "criminal procedure, art. 263", "issuedOn": "%s", \
                "endsOn": "%s",
                 "zone": "Europe/Zurich"}""".formatted(number, keys, today().minusDays(2), today().plusDays(90));
        var path = "/v1/assets/" + work.id + "/restraints";
        var reply = ask("recordRestraint", "lena.legal", path, OptionalLong.empty(), body, Optional.of(work.id));
        if (reply.filter(Reply::isSuccess).isPresent()) {
            work.version = reply.get().version();
            work.order = reply.get().json().path("id").asString();
            work.extensions = 0;
        }
    }

    private void continueOrEnd(Work work) throws InterruptedException {
        var path = "/v1/assets/" + work.id + "/restraints/" + work.order;
        var ends = work.extensions >= 3 || random.nextBoolean();
        var body = ends
                ? "{\"dischargedOn\": \"" + today().minusDays(1) + "\", \"reason\": \"claim upheld\","
                        + " \"courtReference\": \"15-cv-9\"}"
                : """
                {"courtReference": "%d-%d/2", "legalBasis": "good cause", "issuedOn": "%s", \
                "endsOn": "%s"}""".formatted(number, keys, today().minusDays(1), today().plusDays(91 + work.extensions));
        var reply = ask(
                ends ? "dischargeRestraint" : "extendRestraint",
                "lena.legal",
                path + (ends ? "/discharge" : "/extension"),
                OptionalLong.of(work.version),
                body,
                Optional.of(work.id));
        if (reply.filter(Reply::isSuccess).isPresent()) {
            work.version = reply.get().version();
            work.order = ends ? "" : reply.get().json().path("id").asString();
            work.extensions++;
        } else {
            var order = work.order;
            read(work, assets, "/v1/assets/");
            work.order = reply.map(Reply::status).filter(s -> s == 412).isPresent() ? order : "";
        }
    }

    /** Takes and ends the alerts on one case, as they stand in the list, which may be late. */
    private void answerAlert(Work about) throws InterruptedException {
        var listed = stubborn.read("sara.supervisor", "/v1/alerts?objectId=" + about.id + "&status=OPEN&limit=5");
        if (listed.filter(Reply::isSuccess).isEmpty()) {
            return;
        }
        for (JsonNode alert : listed.get().json().path("items")) {
            var id = alert.path("id").asString();
            var path = "/v1/alerts/" + id;
            var version = alert.path("version").asLong();
            if (random.nextBoolean()) {
                ask(
                        "acknowledgeAlert",
                        "sara.supervisor",
                        path + "/acknowledgement",
                        OptionalLong.of(version),
                        "",
                        Optional.of(id));
            } else {
                ask(
                        "resolveAlert",
                        "sara.supervisor",
                        path + "/resolution",
                        OptionalLong.of(version),
                        "{\"act\": \"dealt with\"}",
                        Optional.of(id));
            }
        }
    }

    private Optional<Reply> ask(
            String kind, String user, String path, OptionalLong version, String body, Optional<String> aggregateId)
            throws InterruptedException {
        return stubborn.send(new Ask(kind, user, path, key(), version, JSON, body, aggregateId));
    }

    /** The day on which courts anywhere on Earth have already begun, less a day: never in the future. */
    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /** A list of some people, of whom one is held and one cannot be read. */
    Optional<Reply> handOverList(int rows) throws InterruptedException {
        var csv = new StringBuilder(
                "name,birth_date,nationality,document_kind,document_country,document_number,offence_summary,authority\n");
        for (var row = 0; row < rows; row++) {
            keys++;
            csv.append("%s Lorvic,19%02d-%02d-%02d,XR,PASSPORT,XR,L%d-%d,Embezzlement,General Prosecution of Ruvania\n"
                    .formatted(
                            name(),
                            40 + random.nextInt(50),
                            1 + random.nextInt(12),
                            1 + random.nextInt(28),
                            number,
                            row));
        }
        csv.append("Mila Noday,1961-13-45,XR,,,,Embezzlement,General Prosecution of Ruvania\n");
        csv.append("Nobody,,,,,,,\n");
        var path = "/v1/lists?requestingState=XR&requestedState=XH&handedOverOn=2014-08-29&reference=kills-" + number;
        return stubborn.send(new Ask(
                "handOverList",
                "livia.liaison",
                path,
                key(),
                OptionalLong.empty(),
                "text/csv",
                csv.toString(),
                Optional.empty()));
    }
}
