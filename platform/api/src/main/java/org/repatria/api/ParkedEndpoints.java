package org.repatria.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.repatria.decider.input.Size;
import org.repatria.edge.Answers;
import org.repatria.edge.Api;
import org.repatria.edge.Call;
import org.repatria.edge.Endpoint;
import org.repatria.messaging.consuming.ConsumingLimits;
import org.repatria.messaging.consuming.ParkCause;
import org.repatria.messaging.consuming.Parked;
import org.repatria.messaging.consuming.Parking;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * What an operator sees and does about records that could not be applied. The same four routes in every service that
 * consumes.
 */
public final class ParkedEndpoints {

    private static final String PATH = "/v1/operations/parked";

    /** Consumer and subject in a path; neither has this character. */
    private static final char SEPARATOR = '~';

    private static final String CURSOR_OF = "parked:";

    /** Consumer and subject, as the page before ended with them. */
    private static final Pattern PLACE = Pattern.compile(CURSOR_OF + "[^|\\p{Cntrl}]+\\|[^\\p{Cntrl}]+");

    private ParkedEndpoints() {}

    public static Api of(Parked parked) {
        return Api.of(
                "operations",
                "Records from topics that could not be applied wait here, in order, per object.",
                Endpoint.get(PATH, "parkedObjects", "Objects that stand still, with the cause")
                        .paged()
                        .answers(Page.class, Page.EXAMPLE)
                        .handle(call -> list(parked, call)),
                Endpoint.get(PATH + "/{id}", "parkedObject", "One object that stands still, with its first records")
                        .answers(Detail.class, Detail.EXAMPLE)
                        .handle(call -> at(call, parked::show)
                                .flatMap(found -> Answers.json(call, Detail.of(found)))
                                .switchIfEmpty(notParked())),
                Endpoint.post(PATH + "/{id}/redrive", "redriveParkedObject", "Applies what waits, in order")
                        .unkeyed()
                        .answers(Parked.Redriven.class, "{\"handled\": 3}")
                        .handle(call -> at(call, parked::redrive)
                                .flatMap(done -> Answers.json(call, done))
                                .switchIfEmpty(notParked())),
                Endpoint.post(
                                PATH + "/{id}/left-out",
                                "leaveOutParkedRecord",
                                "Leaves out the first waiting record for ever")
                        .unkeyed()
                        .json(LeaveOut.class, LeaveOut.EXAMPLE)
                        .answers(Parked.LeftOut.class, "{\"done\": true, \"stillWaiting\": 2}")
                        .handle(call -> leaveOut(parked, call)));
    }

    private static Mono<ServerResponse> list(Parked parked, Call call) {
        var page = call.page();
        return parked.list(page.cursor().map(ParkedEndpoints::place), page.limit())
                .flatMap(found -> {
                    var next = found.next().map(ParkedEndpoints::cursor);
                    return Answers.page(
                            call,
                            new Page(found.parkings().stream().map(Summary::of).toList(), next),
                            next);
                });
    }

    /** INVARIANT: a cursor says that it is one of this list. A name that somebody made up is no place in it. */
    private static String cursor(String place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((CURSOR_OF + place).getBytes(StandardCharsets.UTF_8));
    }

    private static String place(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (PLACE.matcher(text).matches()
                    && cursor(text.substring(CURSOR_OF.length())).equals(cursor)) {
                return text.substring(CURSOR_OF.length());
            }
        } catch (IllegalArgumentException _) {
            // No cursor of any list.
        }
        throw Call.badCursor();
    }

    private static Mono<ServerResponse> leaveOut(Parked parked, Call call) {
        var body = call.body(LeaveOut.class);
        return at(
                        call,
                        (consumer, subject) ->
                                parked.leaveOutFirst(consumer, subject, body.position(), body.reason(), call.actor()))
                .flatMap(done -> Answers.json(call, done))
                .switchIfEmpty(notParked());
    }

    private static <T> Mono<T> at(Call call, BiFunction<String, String, Mono<T>> asked) {
        var id = call.request().pathVariable("id");
        var split = id.indexOf(SEPARATOR);
        return split < 0 ? Mono.empty() : asked.apply(id.substring(0, split), id.substring(split + 1));
    }

    private static Mono<ServerResponse> notParked() {
        return Mono.defer(() -> Answers.notFound("Nothing is parked under this id."));
    }

    /** A page of parked objects. */
    record Page(List<Summary> items, Optional<String> next) {
        static final String EXAMPLE = """
                {"items": [{"id": "assets-know-cases~case-0f3kq8v5m2n7p1r4s6t9w0x2y", "consumer": "assets-know-cases",
                 "subject": "case-0f3kq8v5m2n7p1r4s6t9w0x2y", "cause": "GAP", "detail": "expected 3, came 5",
                 "since": "2014-09-01T09:00:00Z", "waiting": 2}]}""";
    }

    /** One parked object. */
    record Summary(
            String id, String consumer, String subject, ParkCause cause, String detail, Instant since, int waiting) {
        static Summary of(Parking parking) {
            return new Summary(
                    parking.consumer() + SEPARATOR + parking.subject(),
                    parking.consumer(),
                    parking.subject(),
                    parking.cause(),
                    parking.detail(),
                    parking.since(),
                    parking.count());
        }
    }

    /** One parked object with the records at its head. */
    record Detail(Summary parked, List<Parked.Waiting> first) {
        static final String EXAMPLE = """
                {"parked": {"id": "assets-know-cases~case-0f3kq8v5m2n7p1r4s6t9w0x2y", "consumer": "assets-know-cases",
                 "subject": "case-0f3kq8v5m2n7p1r4s6t9w0x2y", "cause": "GAP", "detail": "expected 3, came 5",
                 "since": "2014-09-01T09:00:00Z", "waiting": 2},
                 "first": [{"position": "repatria.case.snapshots-4-17", "type": "case.snapshot.v1", "sequence": 5,
                 "bytes": 512}]}""";

        static Detail of(Parked.Detail found) {
            return new Detail(Summary.of(found.parking()), found.first());
        }
    }

    /** Which record is left out, and why. */
    record LeaveOut(
            String position,

            @Size(min = 1, max = ConsumingLimits.REASON_CHARS_MAX)
            String reason) {
        static final String EXAMPLE = """
                {"position": "repatria.case.snapshots-4-17", "reason": "Garbage from a broken producer, \
                see incident 12"}""";
    }
}
