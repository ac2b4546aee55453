package org.repatria.assets.flows;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.repatria.assets.domain.rates.RateCommand.Quoted;

/**
 * The euro reference rates as the European Central Bank publishes them, as XML or CSV. A file is of one day, of ninety,
 * or of all days since 1999. One euro is the base throughout.
 *
 * <p>A currency without a rate on a day ({@code N/A}, {@code -} or nothing) has none, be it dropped, suspended or not
 * yet there. Days without rates (weekends, holidays) are not in the file.
 */
public final class ReferenceRateFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern RATE = Pattern.compile("\\d{1,12}(\\.\\d{1,8})?");
    private static final List<String> NONE = List.of("", "N/A", "-");

    /** As the file of one day writes it: {@code 10 March 2015}. */
    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private ReferenceRateFile() {}

    /** What was read, or what is wrong with it. */
    public sealed interface Read {

        /** The rates by day, in the order of the file. */
        record Days(Map<LocalDate, List<Quoted>> byDay) implements Read {}

        /**
         * Nothing of the file is taken.
         *
         * @param line in the file, from 1
         */
        record Faulty(int line, String why) implements Read {}
    }

    public static Read csv(byte[] file) {
        return text(file).map(ReferenceRateFile::csv).orElseGet(() -> new Read.Faulty(1, "This is no UTF-8 text."));
    }

    private static Read csv(String text) {
        var lines = text.replaceFirst("^" + BYTE_ORDER_MARK, "").lines().toList();
        if (lines.isEmpty()) {
            return new Read.Faulty(1, "The file is empty.");
        }
        var head = cells(lines.getFirst());
        if (!head.getFirst().equals("Date") || head.size() < 2) {
            return new Read.Faulty(1, "The first line is not: Date, and currencies.");
        }
        for (var currency : head.subList(1, head.size())) {
            if (!CURRENCY.matcher(currency).matches()) {
                return new Read.Faulty(1, "A column is no currency code.");
            }
        }
        var byDay = new LinkedHashMap<LocalDate, List<Quoted>>();
        for (var line = 1; line < lines.size(); line++) {
            if (lines.get(line).isBlank()) {
                continue;
            }
            var cells = cells(lines.get(line));
            var day = day(cells.getFirst());
            if (day.isEmpty()) {
                return new Read.Faulty(line + 1, "The first cell is no day.");
            }
            if (cells.size() != head.size()) {
                return new Read.Faulty(line + 1, "The line has not as many cells as the first one.");
            }
            var rates = new ArrayList<Quoted>();
            for (var column = 1; column < cells.size(); column++) {
                var cell = cells.get(column);
                if (NONE.contains(cell)) {
                    continue;
                }
                if (!RATE.matcher(cell).matches() || new BigDecimal(cell).signum() == 0) {
                    return new Read.Faulty(line + 1, "The rate of " + head.get(column) + " is no number above 0.");
                }
                rates.add(new Quoted(head.get(column), new BigDecimal(cell)));
            }
            if (byDay.put(day.get(), rates) != null) {
                return new Read.Faulty(line + 1, "The day stands in the file twice.");
            }
        }
        return new Read.Days(byDay);
    }

    /** Lines end with a comma, and cells may have spaces around them. */
    private static List<String> cells(String line) {
        var cells = Stream.of(line.split(",", -1)).map(String::strip).toList();
        return cells.size() > 1 && cells.getLast().isEmpty() ? cells.subList(0, cells.size() - 1) : cells;
    }

    private static Optional<LocalDate> day(String cell) {
        try {
            return Optional.of(cell.contains("-") ? LocalDate.parse(cell) : LocalDate.parse(cell, IN_WORDS));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(byte[] file) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    public static Read xml(byte[] file) {
        var factory = XMLInputFactory.newDefaultFactory();
        // A file from outside names no other file.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return xml(factory.createXMLStreamReader(new ByteArrayInputStream(file)));
        } catch (XMLStreamException faulty) {
            var at = Optional.ofNullable(faulty.getLocation()).map(it -> it.getLineNumber());
            return new Read.Faulty(at.filter(it -> it > 0).orElse(1), "This is no well-formed XML.");
        }
    }

    private static Read xml(XMLStreamReader reader) throws XMLStreamException {
        var byDay = new LinkedHashMap<LocalDate, List<Quoted>>();
        var rates = new ArrayList<Quoted>();
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT
                    || !reader.getLocalName().equals("Cube")) {
                continue;
            }
            var line = reader.getLocation().getLineNumber();
            var time = Optional.ofNullable(reader.getAttributeValue(null, "time"));
            var currency = Optional.ofNullable(reader.getAttributeValue(null, "currency"));
            if (time.isPresent()) {
                var day = day(time.get());
                rates = new ArrayList<>();
                if (day.isEmpty() || byDay.put(day.get(), rates) != null) {
                    return new Read.Faulty(line, "The time is no day, or stands in the file twice.");
                }
            } else if (currency.isPresent()) {
                var rate = Optional.ofNullable(reader.getAttributeValue(null, "rate"))
                        .map(String::strip)
                        .orElse("");
                if (byDay.isEmpty() || !CURRENCY.matcher(currency.get()).matches()) {
                    return new Read.Faulty(line, "A rate without a day, or without a currency code.");
                }
                if (!NONE.contains(rate)) {
                    if (!RATE.matcher(rate).matches() || new BigDecimal(rate).signum() == 0) {
                        return new Read.Faulty(line, "The rate of " + currency.get() + " is no number above 0.");
                    }
                    rates.add(new Quoted(currency.get(), new BigDecimal(rate)));
                }
            }
        }
        return byDay.isEmpty() ? new Read.Faulty(1, "No day stands in the file.") : new Read.Days(byDay);
    }
}
