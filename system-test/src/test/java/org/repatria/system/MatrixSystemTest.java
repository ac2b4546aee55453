package org.repatria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.system.SharedStack.gateway;
import static org.repatria.system.SharedStack.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.repatria.system.client.Caller;

/**
 * The matrix: what the table of who may says of every role, side, relation and operation. It is asked at the gateway
 * and directly at each service.
 *
 * <p>Every operation of the documents meets every role of the requesting, the requested and a third state, and programs
 * of the operator. Where a row asks for more it meets a thing of each kind: cases of nobody, of the officer and of
 * somebody else, law of two states and of all, alerts of both states, of one, of all and of the operator. Not here:
 * alerts addressed to a liaison officer, which rise in the last days of a detention; and officers of several roles.
 */
class MatrixSystemTest {

    /** Fewer would mean that cells were left out. */
    private static final int CELLS_MIN = 5_000;

    /** So many requests at once: more lists are not taken in at a time. */
    private static final int CALLERS = 4;

    @Test
    void every_operation_has_a_row_and_every_row_an_operation() throws Exception {
        var operations = ApiOperation.all();

        assertThat(operations.stream().filter(ApiOperation::isOpen).map(ApiOperation::id))
                .containsExactly("health");
        assertThat(operations.stream()
                        .filter(it -> !it.isOpen())
                        .map(ApiOperation::id)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(PolicyTable.read().operations());
    }

    @Test
    void every_cell_is_at_the_gateway_and_at_its_service_as_the_table_says() throws Exception {
        var cells = cells();
        var wrong = new ArrayList<String>();
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            var asked = callers.invokeAll(cells.stream()
                    .<Callable<List<String>>>map(cell -> () -> wrongIn(cell))
                    .toList());
            for (var each : asked) {
                wrong.addAll(each.get());
            }
        }

        assertThat(cells).hasSizeGreaterThan(CELLS_MIN);
        assertThat(String.join("\n", wrong)).isEmpty();
    }

    private static List<MatrixCell> cells() throws Exception {
        var table = PolicyTable.read();
        var officers = Officer.everyOffice();
        var things = new MatrixThings();
        var cells = new ArrayList<MatrixCell>();
        for (var operation : ApiOperation.all()) {
            if (table.operations().contains(operation.id())) {
                cells.addAll(MatrixCell.of(operation, table, things, officers));
            }
        }
        return cells;
    }

    /**
     * What is not as the table says. It is asked with each version at the service, which decides, and with the first at
     * the gateway.
     */
    private static List<String> wrongIn(MatrixCell cell) throws InterruptedException {
        var operation = cell.operation();
        var wrong = new ArrayList<String>();
        for (var version : cell.versions()) {
            ask(
                    cell,
                    service(operation.service()),
                    operation.path(),
                    version,
                    operation.service().label(),
                    wrong);
        }
        if (operation.isBehindGateway()) {
            ask(cell, gateway(), operation.outside(), cell.versions().getFirst(), "gateway", wrong);
        }
        return wrong;
    }

    private static void ask(
            MatrixCell cell, Caller caller, String path, Optional<String> version, String at, List<String> wrong)
            throws InterruptedException {
        var answer = answer(new MatrixCalls(cell, caller, path, version));
        if (!answer.equals(cell.expected().name())) {
            wrong.add("%s%-22s%-18sshould be %-18swas %s"
                    .formatted(
                            cell,
                            "at " + at,
                            version.map(it -> "If-Match " + it).orElse(""),
                            cell.expected() + ",",
                            answer));
        }
    }

    private static String answer(MatrixCalls calls) throws InterruptedException {
        try {
            return calls.answer();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
