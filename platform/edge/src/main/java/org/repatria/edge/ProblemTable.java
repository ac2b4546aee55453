package org.repatria.edge;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The documentation page on the problems of one service, as its codes and routes say. A service's test holds the page
 * to it.
 */
public final class ProblemTable {

    private ProblemTable() {}

    /**
     * The whole page.
     *
     * @param codes all problems of the service's domain; the general ones have a page of their own
     */
    public static String of(String service, List<Api> apis, List<? extends ProblemCode> codes) {
        var rows = codes.stream()
                .sorted(Comparator.comparing(ProblemCode::name))
                .map(code -> "| `%s` | %d | %s | %s |\n"
                        .formatted(code.name(), code.status(), code.title(), operations(apis, code)))
                .collect(Collectors.joining());
        return """
                # Problems of the %s

                What each code means, and which operations answer it. A test compares this page with the code. The \
                general problems,
                which every operation can answer, and what to do about many of these stand in \
                [problems](../problems.md).

                | code | status | meaning | operations |
                |---|---|---|---|
                %s""".formatted(service, rows);
    }

    private static String operations(List<Api> apis, ProblemCode code) {
        return apis.stream()
                .flatMap(api -> api.endpoints().stream())
                .filter(endpoint -> endpoint.problems().contains(code))
                .map(endpoint -> "`" + endpoint.operationId() + "`")
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
