package org.repatria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.system.SharedStack.eventually;
import static org.repatria.system.SharedStack.gateway;
import static org.repatria.system.SharedStack.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.repatria.system.client.Reply;

class ListSystemTest {

    private static final String HEADER =
            "name,birth_date,nationality,document_kind,document_country,document_number,offence_summary,authority\n";
    private static final String GOOD =
            "%s,1958-02-17,XR,PASSPORT,XR,%s,Embezzlement of public funds,General Prosecution of Ruvania\n";

    private final String reference = key();
    private final String firstPerson = GOOD.formatted(SharedStack.newName(), key().substring(0, 18));
    private final String secondPerson = GOOD.formatted(SharedStack.newName(), key().substring(0, 18));
    private final String notADate =
            SharedStack.newName() + ",1958-02-31,XR,PASSPORT,XR,B7,Embezzlement,General Prosecution of Ruvania\n";

    @Test
    void a_list_with_a_bad_cell_opens_the_good_rows_and_holds_the_bad_one_with_its_reason() throws Exception {
        var list = handOver(HEADER + firstPerson + notADate + secondPerson);

        assertThat(list.status()).as(list.text()).isEqualTo(201);
        assertThat(list.json().path("rows").asInt()).isEqualTo(3);
        assertThat(list.json().path("alreadyReceived").asBoolean()).isFalse();
        var id = list.json().path("id").asString();
        var funnel = gateway().get("carl.officer", "/v1/lists/" + id).json().path("funnel");
        assertThat(funnel.path("opened").asInt()).isEqualTo(2);
        assertThat(funnel.path("held").asInt()).isEqualTo(1);
        var held = gateway()
                .get("carl.officer", "/v1/lists/" + id + "/entries?outcome=HELD")
                .json()
                .path("items");
        assertThat(held).hasSize(1);
        assertThat(held.get(0).path("line").asInt()).isEqualTo(3);
        assertThat(held.get(0).at("/cells/0/field").asString()).isEqualTo("birth_date");
        assertThat(held.get(0).at("/cells/0/reason").asString()).isEqualTo("NOT_A_DATE");
        eventually(
                "both cases are listed",
                () -> gateway()
                                .get("hana.head", "/v1/cases?list=" + id)
                                .json()
                                .at("/total/count")
                                .asInt()
                        == 2);
    }

    @Test
    void the_same_list_again_changes_nothing_and_says_so() throws Exception {
        var first = handOver(HEADER + firstPerson);
        var again = handOver(HEADER + firstPerson);

        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.json().path("alreadyReceived").asBoolean()).isTrue();
        assertThat(again.version()).isEqualTo(first.version());
    }

    @Test
    void another_content_under_the_same_reference_is_refused() throws Exception {
        handOver(HEADER + firstPerson);
        var other = handOver(HEADER + secondPerson);

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("LIST_REFERENCE_IN_USE");
    }

    @Test
    void an_unreadable_file_changes_nothing() throws Exception {
        var garbage = handOver((HEADER + "Caf\u00e9").getBytes(StandardCharsets.ISO_8859_1));
        var unknownColumn = handOver("name,colour\nOrla Vint,green\n");

        assertThat(garbage.status()).as(garbage.text()).isEqualTo(400);
        assertThat(unknownColumn.status()).as(unknownColumn.text()).isEqualTo(422);
        // The reference is still free: nothing was written under it.
        assertThat(handOver(HEADER + firstPerson).status()).isEqualTo(201);
    }

    private Reply handOver(String csv) throws IOException, InterruptedException {
        return handOver(csv.getBytes(StandardCharsets.UTF_8));
    }

    private Reply handOver(byte[] csv) throws IOException, InterruptedException {
        return SharedStack.handOver(reference, csv);
    }
}
