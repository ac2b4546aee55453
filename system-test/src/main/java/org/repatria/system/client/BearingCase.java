package org.repatria.system.client;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/**
 * A case that bears orders on its assets. Both sides have agreed on recovery, and the checks of a restraint are passed.
 *
 * <p>It is brought there by the same steps and officers as in the stories, all of them on one day.
 */
public final class BearingCase {

    private static final String AGREED = "{\"reasons\": \"Seen, and agreed.\"}";

    private static final List<Check> OF_ACCEPTANCE = List.of(
            new Check("SG-01", "ana.analyst", "lena.legal"),
            new Check("SG-02", "rita.legal", "rasmus.supervisor"),
            new Check("SG-03", "lena.legal", "sara.supervisor"),
            new Check("SG-05", "lena.legal", "sara.supervisor"),
            new Check("SG-06", "lena.legal", "hana.head"),
            new Check("SG-21", "lena.legal", "dora.protection"),
            new Check("SG-24", "carl.officer", "dora.protection"));

    private static final List<Check> OF_RESTRAINT = List.of(
            new Check("SG-04", "lena.legal", "sara.supervisor"),
            new Check("SG-07", "lena.legal", "sara.supervisor"),
            new Check("SG-17", "lena.legal", "sara.supervisor"),
            new Check("SG-18", "lena.legal", "sara.supervisor"));

    private final Sender sender;
    private final LocalDate day;
    private final String id;

    private BearingCase(Sender sender, LocalDate day, String id) {
        this.sender = sender;
        this.day = day;
        this.id = id;
    }

    /** How a command reaches the house; an answer that is none of success is the sender's to refuse. */
    @FunctionalInterface
    public interface Sender {

        /**
         * Sends one command.
         *
         * @param kind the operation
         * @param id of the case; empty while there is none
         */
        Reply send(String kind, String user, String path, OptionalLong version, String body, String id)
                throws IOException, InterruptedException;
    }

    private record Check(String code, String by, String second) {}

    /**
     * Opens one and brings it there.
     *
     * @param name of the person, whom no other case may be about
     * @param day on which everything counts: the checks, the acceptance and the agreement
     * @param reviewOn when the strategy is looked at again
     */
    public static String open(Sender sender, String name, LocalDate day, LocalDate reviewOn)
            throws IOException, InterruptedException {
        var opened = sender.send(
                "openCase",
                "ana.analyst",
                "/v1/cases",
                OptionalLong.empty(),
                """
                {"requestingState": "XR", "requestedState": "XH",
                 "person": {"name": "%s", "aliases": [], "birthDate": "1958-02-17", "nationalities": ["XR"],
                   "documents": [{"kind": "PASSPORT", "country": "XR", "number": "B-%s"}]},
                 "offenceSummary": "Embezzlement of public funds", "authority": "General Prosecution of Ruvania",
                 "handedOverOn": "2014-08-29", "source": "letter of 2014-08-29"}""".formatted(name, Integer.toHexString(name.hashCode())),
                "");
        var bearing = new BearingCase(sender, day, opened.json().path("id").asString());
        bearing.accept(opened.version());
        bearing.agree(reviewOn);
        bearing.pass(OF_RESTRAINT);
        return bearing.id;
    }

    private void accept(long version) throws IOException, InterruptedException {
        var assigned = on(
                "assignCase",
                "sara.supervisor",
                "assignment",
                OptionalLong.of(version),
                "{\"assignee\": \"carl.officer-program\"}");
        on("submitCase", "carl.officer", "submission", OptionalLong.of(assigned.version()), "");
        pass(OF_ACCEPTANCE);
        var proposed = on(
                "proposeMove",
                "lena.legal",
                "moves",
                "{\"to\": \"ACCEPTED\", \"happened\": {\"day\": \"%s\"}, \"reasons\": \"All checks are passed.\"}"
                        .formatted(day));
        on(
                "approveProposal",
                "sara.supervisor",
                "proposals/" + proposed.json().path("proposal").asString() + "/approval",
                AGREED);
    }

    private void agree(LocalDate reviewOn) throws IOException, InterruptedException {
        on("assess", "lena.legal", "assessments", "");
        var proposed = on("proposeStrategy", "carl.officer", "strategies", """
                {"pathways": [{"kind": "ASSET_RECOVERY", "rank": 1}], "reasons": "Property of the state is here.",
                 "responsibleOfficer": "carl.officer-program", "safeguardsOwner": "lena.legal-program",
                 "reviewOn": "%s", "sensitive": false}""".formatted(reviewOn));
        var signatures = "strategies/" + proposed.json().path("created").asString() + "/countersignatures";
        var signed = "{\"reference\": \"exchange of notes\", \"agreedOn\": \"%s\"}".formatted(day);
        on("countersign", "sara.supervisor", signatures, signed);
        on("countersign", "livia.liaison", signatures, signed);
    }

    private void pass(List<Check> checks) throws IOException, InterruptedException {
        for (var check : checks) {
            var recorded = on("recordCheck", check.by(), "checks", """
                    {"check": "%s", "result": "PASS", "reasons": "Looked at.", "evidence": ["note to file"], \
                    "on": "%s"}""".formatted(check.code(), day));
            on(
                    "approveCheck",
                    check.second(),
                    "checks/" + recorded.json().path("created").asString() + "/approval",
                    AGREED);
        }
    }

    private Reply on(String kind, String user, String act, String body) throws IOException, InterruptedException {
        return on(kind, user, act, OptionalLong.empty(), body);
    }

    private Reply on(String kind, String user, String act, OptionalLong version, String body)
            throws IOException, InterruptedException {
        return sender.send(kind, user, "/v1/cases/" + id + "/" + act, version, body, id);
    }
}
