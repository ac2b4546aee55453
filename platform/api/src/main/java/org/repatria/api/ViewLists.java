package org.repatria.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.repatria.edge.Answers;
import org.repatria.edge.Call;
import org.repatria.edge.FieldError;
import org.repatria.edge.GeneralProblem;
import org.repatria.edge.Limits;
import org.repatria.edge.Problem;
import org.repatria.readmodel.Page;
import org.repatria.readmodel.Page.Hit;
import org.repatria.readmodel.QueryRefusal;
import org.repatria.readmodel.View;
import org.repatria.readmodel.ViewQuery;
import org.repatria.readmodel.Visibility;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.util.RawValue;

/**
 * A list answered from a view. It waits for the caller's own write where asked to, then gives one page with its
 * figures.
 */
public final class ViewLists {

    private ViewLists() {}

    /**
     * The page that the call asks for, by its {@code limit}, {@code cursor} and {@code X-Read-After}.
     *
     * @param query visibility, search, filters, order, facets and sums
     */
    public static Mono<ServerResponse> answer(Call call, View view, ViewQuery query) {
        return answer(call, view, query, UnaryOperator.identity());
    }

    /**
     * The same page of rows of which not everybody may know everything.
     *
     * @param told what the caller may know of one row, from the row as the view keeps it
     */
    public static Mono<ServerResponse> answer(Call call, View view, ViewQuery query, UnaryOperator<String> told) {
        return page(call, view, query).flatMap(listed -> Answers.page(call, Listing.of(listed, told), listed.next()));
    }

    /** The same page, for a route that makes an answer of its own from it. */
    public static Mono<Page> page(Call call, View view, ViewQuery query) {
        var page = call.page();
        var limited = query.limit(page.limit());
        return found(call, view, page.cursor().map(limited::after).orElse(limited));
    }

    /** The first rows, for a route that knows no pages. */
    public static Mono<Page> first(Call call, View view, ViewQuery query, int limit) {
        return found(call, view, query.limit(limit));
    }

    private static Mono<Page> found(Call call, View view, ViewQuery query) {
        return ready(call, view, query.visibility())
                .then(Mono.defer(() -> view.find(query)))
                .flatMap(found -> switch (found) {
                    case Page listed -> Mono.just(listed);
                    case QueryRefusal refusal -> Answers.problem(problem(refusal));
                });
    }

    private static Mono<Void> ready(Call call, View view, Visibility visibility) {
        return Mono.justOrEmpty(call.readAfter())
                .flatMap(after -> view.awaitVersion(
                        after.id(), after.version(), visibility, Duration.ofMillis(Limits.READ_AFTER_MILLIS_MAX)))
                .flatMap(seen -> switch (seen) {
                    case VISIBLE -> Mono.empty();
                    case TIMED_OUT, TOO_MANY_WAITING ->
                        Answers.problem(Problem.of(
                                        GeneralProblem.VIEW_BEHIND,
                                        "The list does not show the version named in X-Read-After yet; ask again.")
                                .retryAfter(Limits.RETRY_AFTER_CONTENTION_SECONDS));
                });
    }

    private static Problem problem(QueryRefusal refusal) {
        return switch (refusal.reason()) {
            case CURSOR_INVALID, CURSOR_OF_ANOTHER_LIST -> wrong("query:cursor", "CURSOR", refusal);
            case FIELD_UNSUITABLE -> wrong("query", "FIELD", refusal);
            case LIMIT_EXCEEDED -> wrong("query", "LIMIT", refusal);
            case TOO_BUSY ->
                Problem.of(GeneralProblem.VIEW_BUSY, refusal.detail())
                        .retryAfter(Limits.RETRY_AFTER_CONTENTION_SECONDS);
        };
    }

    private static Problem wrong(String pointer, String code, QueryRefusal refusal) {
        return Problem.invalidParameters(List.of(new FieldError(pointer, code, refusal.detail())));
    }

    /**
     * A page as it travels.
     *
     * @param items as the caller may know them
     * @param next the cursor of the following page; absent on the last one
     */
    record Listing(
            List<RawValue> items,
            Page.Total total,
            Map<String, Page.Facet> facets,
            Map<String, Page.Sum> sums,
            Optional<String> next) {
        static Listing of(Page page, UnaryOperator<String> told) {
            return new Listing(
                    page.hits().stream()
                            .map(Hit::json)
                            .map(told)
                            .map(RawValue::new)
                            .toList(),
                    page.total(),
                    page.facets(),
                    page.sums(),
                    page.next());
        }
    }
}
