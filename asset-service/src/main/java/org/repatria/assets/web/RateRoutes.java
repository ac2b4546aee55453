package org.repatria.assets.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.repatria.api.Commands;
import org.repatria.assets.domain.rates.Conversion;
import org.repatria.assets.domain.rates.Rate;
import org.repatria.assets.domain.rates.RateCommand;
import org.repatria.assets.domain.rates.RateCommand.RecordRates;
import org.repatria.assets.domain.rates.RateSheet;
import org.repatria.assets.flows.RatesIntake;
import org.repatria.assets.flows.ReferenceRateFile;
import org.repatria.assets.flows.ReferenceRateFile.Read;
import org.repatria.decider.input.Pattern;
import org.repatria.edge.Answers;
import org.repatria.edge.Api;
import org.repatria.edge.Call;
import org.repatria.edge.Endpoint;
import org.repatria.edge.Endpoint.Body.Sample;
import org.repatria.edge.Endpoint.Texts;
import org.repatria.edge.FieldError;
import org.repatria.edge.Problem;
import org.repatria.messaging.Aggregates;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The routes of rates on one page. Nothing here asks anybody for a rate: they are brought, each with its source. */
final class RateRoutes {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv");
    private static final MediaType XML = MediaType.APPLICATION_XML;

    /** Bytes of a file: the whole history of the European Central Bank as XML has about eight million. */
    private static final int FILE_BYTES_MAX = 12_000_000;

    private static final String CSV_EXAMPLE = """
            Date, USD, JPY, GBP,
            10 March 2015, 1.1000, 130.00, N/A,
            """;

    private static final String XML_EXAMPLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
             <Cube><Cube time="2015-03-10"><Cube currency="USD" rate="1.1000"/><Cube currency="JPY" rate="130.00"/></Cube></Cube>
            </gesmes:Envelope>
            """;

    private final Aggregates<RateCommand, RateSheet> rates;
    private final RatesIntake intake;

    private RateRoutes(Aggregates<RateCommand, RateSheet> rates) {
        this.rates = rates;
        this.intake = new RatesIntake(rates);
    }

    static Api api(Aggregates<RateCommand, RateSheet> rates) {
        var routes = new RateRoutes(rates);
        return new Api(
                "rates",
                "What currencies were worth in one another, with the source of each rate.",
                List.of(
                        Endpoint.get("/v1/rates", "readRates", "The rates of a base currency on a day")
                                .query(Question.class)
                                .answers(RatesFile.class, RatesFile.EXAMPLE)
                                .handle(routes::read),
                        Endpoint.command(
                                        "/v1/rates",
                                        RecordRates.class,
                                        "Records what one unit of a currency was worth on a day",
                                        Texts.NONE)
                                .handle(routes::record),
                        Endpoint.post(
                                        "/v1/rates/reference-file",
                                        "loadReferenceRates",
                                        "Takes in a file of euro reference rates of the European Central Bank, CSV or XML")
                                .unkeyed()
                                .streamed(FILE_BYTES_MAX, new Sample(CSV, CSV_EXAMPLE), new Sample(XML, XML_EXAMPLE))
                                .answers(Loaded.class, Loaded.EXAMPLE)
                                .handle(routes::load)));
    }

    /**
     * Which rates.
     *
     * @param base the euro unless said otherwise
     * @param on today unless said otherwise
     */
    record Question(Optional<@Pattern(regexp = "[A-Z]{3}") String> base, Optional<LocalDate> on) {}

    /** The rates of a base on a day, in the order in which they were recorded. */
    record RatesFile(String base, LocalDate day, List<Rate> rates) {
        static final String EXAMPLE = """
                {"base": "EUR", "day": "2015-03-10", "rates": [{"quote": "USD", "rate": "1.1", "type": "OFFICIAL_REF",
                 "source": "European Central Bank, euro reference rates", "recordedAt": "2015-03-11T09:00:00Z"}]}""";
    }

    /**
     * What was taken in.
     *
     * @param days in the file; what was there already stays as it is
     * @param refused days of which a rate is recorded from this source with another value; nothing of them is taken
     */
    record Loaded(int days, List<LocalDate> refused) {
        static final String EXAMPLE = """
                {"days": 2, "refused": []}""";
    }

    private Mono<ServerResponse> read(Call call) {
        var question = call.query(Question.class);
        var base = question.base().orElse(Conversion.COMMON_BASE);
        var day = question.on().orElse(call.occasion().today());
        return rates.read(RateSheet.idOf(base, day))
                .map(current -> current.state().rates())
                .defaultIfEmpty(List.of())
                .flatMap(found -> Answers.json(call, new RatesFile(base, day, found)));
    }

    private Mono<ServerResponse> record(Call call) {
        var command = call.body(RecordRates.class);
        var id = RateSheet.idOf(command.base(), command.day());
        return rates.execute(Commands.<RateCommand>envelope(call, id, command))
                .flatMap(outcome -> Answers.command(call, id, outcome));
    }

    private Mono<ServerResponse> load(Call call) {
        var isXml = call.request()
                .headers()
                .contentType()
                .filter(it -> it.getSubtype().equals("xml"))
                .isPresent();
        return DataBufferUtils.join(call.stream(), FILE_BYTES_MAX)
                .map(buffer -> {
                    var bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0])
                .map(bytes -> isXml ? ReferenceRateFile.xml(bytes) : ReferenceRateFile.csv(bytes))
                .flatMap(read -> switch (read) {
                    case Read.Faulty(var line, var why) ->
                        Answers.problem(
                                Problem.invalidBody(List.of(new FieldError("/line/" + line, "FILE_FAULTY", why))));
                    case Read.Days(var byDay) ->
                        intake.take(byDay, call.occasion())
                                .map(refused -> new Loaded(byDay.size(), refused))
                                .flatMap(loaded -> Answers.json(call, loaded));
                });
    }
}
