package org.repatria.cases.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.readmodel.Order;

/** Reads a {@code sort} parameter such as {@code -openedAt,name}. */
final class Orders {

    private Orders() {}

    static List<Order> of(Optional<String> sort) {
        return sort.stream()
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Order::parse)
                .toList();
    }
}
