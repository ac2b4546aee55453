package org.repatria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.system.SharedStack.alerts;
import static org.repatria.system.SharedStack.eventually;
import static org.repatria.system.SharedStack.gateway;
import static org.repatria.system.SharedStack.key;
import static org.repatria.system.SharedStack.link;
import static org.repatria.system.SharedStack.openCase;
import static org.repatria.system.SharedStack.registerAsset;
import static org.repatria.system.SharedStack.restrain;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.repatria.system.client.Reply;

/** One thing of each standing that the table of who may tells apart, prepared on the shared stack. */
final class MatrixThings {

    private static final String LISTS =
            "/v1/lists?requestingState=XR&requestedState=XH&handedOverOn=2014-08-29&reference=";

    private static final String COLUMNS =
            "name,birth_date,nationality,document_kind,document_country,document_number,offence_summary,authority\n";

    /** There is no such day, so that the row is held. */
    private static final String CELLS = ",1958-02-31,XR,PASSPORT,XR,B7,Embezzlement,General Prosecution of Ruvania\n";

    /** Law of XR and XE. */
    private static final String LAW_OF_TWO = """
            {"kind": "relations", "id": "REL-XR-XE-EXT",
             "row": {"party": "XR", "counterparty": "XE", "instrument": "EXTRADITION", "title": "Treaty on extradition",
               "signed": "2004-05-17", "inForce": "2006-01-01", "status": "SUSPENDED", "suspendedFrom": "2020-07-28",
               "suspendedBy": "XE", "source": "Note verbale of 2020-07-28", "confidence": "VERIFIED"},
             "reasons": "XE suspended the treaty"}""";

    private static final String CLAIM = """
            {"claimant": {"company": "Lake Bank"}, "right": "LIEN_HOLDER", "amount": {"amount": "10.00", "currency": "USD"},
             "on": "2015-07-02", "particulars": {"paper": "Claim of the bank"}}""";

    private static final String COMMON_LAW = """
            {"kind": "clock-rules", "id": "CLK-MLA-ORAL",
             "row": {"jurisdiction": "POLICY", "level": "POLICY", "instrument": "UNCAC art. 46(14)",
               "trigger": "mla.ORAL_URGENT", "knownTo": "BOTH", "amount": "2", "unit": "CAL_DAY", "kind": "POLICY",
               "rollForward": "NONE", "rollSource": "House policy on days off", "bearer": "STATE",
               "onExpiry": "ALERT_ONLY", "stopOn": "mla.SENT", "source": "House policy", "confidence": "POLICY"},
             "reasons": "agreed"}""";

    /** Of states that no other test speaks of, so that its change moves no case. */
    private static final String LAW_THAT_CHANGES = """
            {"kind": "relations", "id": "REL-XK-XU-EXT",
             "row": {"party": "XK", "counterparty": "XU", "instrument": "EXTRADITION", "title": "Treaty on extradition",
               "signed": "2004-05-17", "inForce": "2006-01-01", "status": "IN_FORCE", "source": "Invented",
               "confidence": "POLICY"},
             "reasons": "the treaty is in force"}""";

    private static final String INTEREST = """
            {"interest": {"right": "OWNER", "holder": {"name": "Ivo Kestrel"}, "share": {"parts": 1, "of": 2},
              "source": "Register of XH", "confidence": "HIGH"}}""";

    private static final String REASONS = "{\"reasons\": \"compared with the text\"}";

    /** Whom cases are assigned to. */
    private static final List<String> RESPONSIBLE = List.of("xh.an", "xh.co", "xr.an", "xr.co");

    private static final MatrixThing ANYTHING = MatrixThing.nothingInParticular(Map.of());
    private static final MatrixThing REFERENCE =
            MatrixThing.nothingInParticular(Map.of("id", "amendments", "kind", "relations"));
    private static final MatrixThing BETWEEN =
            MatrixThing.of("of XR with XH", Standing.between(Optional.empty()), Map.of());
    private static final List<MatrixThing> PROPOSALS = List.of(
            MatrixThing.of("law of XR and XE", Standing.heldBy("XR", "XE"), Map.of())
                    .with(LAW_OF_TWO),
            MatrixThing.of("common law", Standing.common(Optional.empty()), Map.of())
                    .with(COMMON_LAW));

    private final MatrixThing ofNobody;
    private final List<MatrixThing> assigned = new ArrayList<>();
    private final MatrixThing list;
    private final MatrixThing asset;
    private final MatrixThing company;
    private final List<MatrixThing> alerts = new ArrayList<>();
    private final List<MatrixThing> amendments = new ArrayList<>();
    private final String parked;

    MatrixThings() throws Exception {
        var free = openCase();
        ofNobody = MatrixThing.of("a case of nobody", Standing.between(Optional.empty()), Map.of("id", free));
        for (var officer : RESPONSIBLE) {
            assigned.add(caseOf(officer));
        }
        var linked = openCase();
        list = list();
        asset = asset(linked);
        company = company();
        amend(LAW_THAT_CHANGES, "xk.lo", "xk.su");
        amendments.add(amendment("proposed law of XR and XE", "xr.lo", LAW_OF_TWO, Standing.heldBy("XR", "XE")));
        amendments.add(
                amendment("common law, proposed in XH", "xh.lo", COMMON_LAW, Standing.common(Optional.of("XH"))));
        accepted(gateway().post("xh.co", "/v1/cases/" + linked + "/happenings", key(), """
                {"token": "ccf.ADMISSIBLE", "happened": {"day": "2020-01-20"}}"""), 200);
        parked = PoisonSystemTest.parkedSubject();

        alert("RP-02", free, Standing.addressed(Set.of("SU"), "XR", "XH"));
        alert("RP-01", list.ids().get("id"), Standing.addressed(Set.of("AN", "CO"), "XR", "XH"));
        alert("RP-03", asset.ids().get("id"), Standing.addressed(Set.of("AM", "CO", "LO"), "XH"));
        alert("AL-22", linked, Standing.addressed(Set.of("DPO", "LO"), "XH"));
        alert("AL-10", "REL-XK-XU-EXT", Standing.common(Optional.empty()));
        alertOfOperator();
    }

    /** What an officer is asked to do an operation to, so that each row of its act is tried. */
    List<MatrixThing> of(ApiOperation operation, PolicyTable table, Officer officer) {
        var all = switch (operation.id()) {
            case "openCase", "handOverList" -> List.of(BETWEEN);
            case "assignCase" -> assignments(officer);
            case "proposeAmendment" -> PROPOSALS;
            case "approveAmendment", "withdrawAmendment" -> amendments;
            default -> operation.isOnOne() ? ofKind(table.object(operation.id()), officer) : List.of(ANYTHING);
        };
        // Who has no such office at all is told so before anything is looked at.
        return table.isOffice(officer, operation.id()) ? all : all.subList(0, 1);
    }

    private List<MatrixThing> ofKind(String object, Officer officer) {
        return switch (object) {
            case "CASE" -> cases(officer);
            case "LIST" -> List.of(list);
            case "ASSET" -> List.of(asset);
            case "COMPANY" -> List.of(company);
            case "ALERT" -> alerts;
            case "REFERENCE" -> List.of(REFERENCE);
            case "OPERATIONS" -> List.of(MatrixThing.nothingInParticular(Map.of("id", parked)));
            case "OWN_DESK" ->
                List.of(MatrixThing.nothingInParticular(
                        Map.of("caseId", ofNobody.ids().get("id"))));
            default -> throw new IllegalArgumentException("the test has nothing of the kind " + object);
        };
    }

    /**
     * A case of nobody, the own one, and one of somebody else. To who is not responsible for any they are all the same.
     */
    private List<MatrixThing> cases(Officer officer) {
        var own = RESPONSIBLE.indexOf(officer.user());
        return own < 0
                ? List.of(ofNobody)
                : List.of(ofNobody, assigned.get(own), assigned.get((own + 1) % RESPONSIBLE.size()));
    }

    /** Each takes the case, and the one that nobody has is given to somebody else too. */
    private List<MatrixThing> assignments(Officer officer) {
        return Stream.concat(
                        cases(officer).stream().map(each -> each.goingTo(officer.id())),
                        Stream.of(ofNobody.goingTo("elsewhere.officer")))
                .toList();
    }

    private static MatrixThing caseOf(String user) throws IOException, InterruptedException {
        var id = openCase();
        var supervisor = user.substring(0, 2) + ".su";
        var assigned = gateway()
                .post(
                        supervisor,
                        "/v1/cases/" + id + "/assignment",
                        key(),
                        OptionalLong.of(1),
                        "{\"assignee\": \"" + user + "-program\"}");
        accepted(assigned, 200);
        return MatrixThing.of("a case of " + user, Standing.between(Optional.of(user + "-program")), Map.of("id", id))
                .at(assigned.version());
    }

    private static MatrixThing list() throws IOException, InterruptedException {
        var handedOver = gateway()
                .send(gateway()
                        .as("xr.li", LISTS + key())
                        .header("Idempotency-Key", key())
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(COLUMNS + SharedStack.newName() + CELLS)));
        var id = accepted(handedOver, 201).json().path("id").asString();
        return MatrixThing.of("a list", Standing.between(Optional.empty()), Map.of("id", id, "row", "1"))
                .at(handedOver.version());
    }

    private static MatrixThing asset(String linked) throws Exception {
        var id = registerAsset();
        accepted(link(id, linked), 200);
        eventually("the link holds", () -> AssetSystemTest.standing(id, linked).equals("KNOWN"));
        var today = LocalDate.now(ZoneOffset.UTC);
        var order = accepted(
                restrain(id, today.minusDays(2).toString(), today.plusDays(60).toString()), 201);
        var interest = accepted(gateway().post("amir.assets", "/v1/assets/" + id + "/interests", key(), INTEREST), 200);
        var finding = accepted(
                gateway()
                        .post(
                                "amir.assets",
                                "/v1/assets/" + id + "/findings",
                                key(),
                                OptionalLong.of(interest.version()),
                                """
                {"kind": "TRACED", "on": "2015-02-02",
                 "particulars": {"paper": "A chart", "reason": "Paid for with public money"}}"""),
                200);
        var claim = accepted(gateway().post("carl.officer", "/v1/assets/" + id + "/claims", key(), CLAIM), 201);
        var upkeep = accepted(gateway().post("amir.assets", "/v1/assets/" + id + "/upkeep", key(), """
                {"kind": "INSURANCE", "payee": "Lake Insurers", "dueOn": "2015-06-30", "zone": "America/New_York"}"""), 200);
        var file = gateway().get("amir.assets", "/v1/assets/" + id).json();
        return MatrixThing.of(
                        "an asset of XH",
                        Standing.heldBy("XH"),
                        Map.of(
                                "id",
                                id,
                                "caseId",
                                linked,
                                "orderId",
                                order.json().path("id").asString(),
                                "interestId",
                                interest.json().path("id").asString(),
                                "stepId",
                                finding.json().path("id").asString(),
                                "assetId",
                                "asset-of-nobody",
                                "claimId",
                                claim.json().path("id").asString(),
                                "upkeepId",
                                file.at("/upkeep/0/id").asString(),
                                "placeId",
                                file.at("/places/0/id").asString()))
                .at(upkeep.version());
    }

    private static MatrixThing company() throws IOException, InterruptedException {
        var registered = accepted(gateway().post("amir.assets", "/v1/companies", key(), """
                {"name": "Lake Holdings", "location": {"country": "XH"}, "source": "Company register of XH",
                 "confidence": "HIGH"}"""), 201);
        var id = registered.json().path("id").asString();
        var holding = accepted(gateway().post("amir.assets", "/v1/companies/" + id + "/holders", key(), INTEREST), 200);
        return MatrixThing.of(
                        "a company of XH",
                        Standing.heldBy("XH"),
                        Map.of("id", id, "interestId", holding.json().path("id").asString()))
                .at(holding.version());
    }

    private static MatrixThing amendment(String name, String user, String body, Standing standing)
            throws IOException, InterruptedException {
        var id = proposed(user, body);
        return MatrixThing.of(name, standing, Map.of("id", id));
    }

    private static String proposed(String user, String body) throws IOException, InterruptedException {
        return accepted(gateway().post(user, "/v1/reference/amendments", key(), body), 201)
                .json()
                .path("id")
                .asString();
    }

    private static void amend(String body, String proposer, String approver) throws IOException, InterruptedException {
        var path = "/v1/reference/amendments/" + proposed(proposer, body) + "/approval";
        accepted(gateway().post(approver, path, key(), REASONS), 200);
    }

    private void alert(String code, String objectId, Standing standing) throws Exception {
        eventually(code + " rises", () -> alerts(objectId, code).size() == 1);
        var id = alerts(objectId, code).path(0).path("id").asString();
        alerts.add(MatrixThing.of("alert " + code, standing, Map.of("alertId", id)));
    }

    private void alertOfOperator() throws Exception {
        var ofOperator = new ArrayList<String>();
        eventually("RP-04 rises", () -> {
            gateway()
                    .get("operator.si", "/v1/alerts?code=RP-04&limit=200")
                    .json()
                    .path("items")
                    .valueStream()
                    .filter(alert -> alert.toString().contains(parked.substring(parked.indexOf('~') + 1)))
                    .forEach(alert -> ofOperator.add(alert.path("id").asString()));
            return !ofOperator.isEmpty();
        });
        alerts.add(MatrixThing.of(
                "alert RP-04", Standing.addressed(Set.of("SI"), "operator"), Map.of("alertId", ofOperator.getFirst())));
    }

    private static Reply accepted(Reply reply, int status) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        return reply;
    }
}
