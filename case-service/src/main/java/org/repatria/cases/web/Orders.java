package org.repatria.cases.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.repatria.edge.FieldError;
import org.repatria.edge.Problem;
import org.repatria.readmodel.Order;

/** Reads a {@code sort} parameter such as {@code -openedAt,name}; what names no field is refused, not left out. */
final class Orders {

    private static final Pattern FIELD = Pattern.compile(" *-?[a-zA-Z][a-zA-Z0-9]* *");

    private Orders() {}

    static List<Order> of(Optional<String> sort) {
        return sort.stream()
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .map(Orders::order)
                .toList();
    }

    private static Order order(String text) {
        if (!FIELD.matcher(text).matches()) {
            throw Problem.invalidParameters(List.of(
                            new FieldError("query:sort", "FIELD", "must be names of fields, such as -openedAt,name")))
                    .raised();
        }
        return Order.parse(text.strip());
    }
}
