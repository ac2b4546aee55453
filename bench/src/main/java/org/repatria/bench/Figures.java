package org.repatria.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** All figures of a run, printed as they come and once more as a table. */
final class Figures {

    private static final String ROW = "%-58s %11s %11s %7s  %-7s %s";

    private final Consumer<String> say;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    Figures(Consumer<String> say) {
        this.say = say;
    }

    void add(Figure figure) {
        figures.add(figure);
        say.accept("  " + row(figure));
    }

    /** Rate and latencies of ours beside those of the floor. */
    void rateAndLatency(String what, Measured ours, Measured floor, String aimOfP99) {
        if (ours.succeeded() > 0) {
            add(Figure.beside(what + ", rate", ours.perSecond(), floor.perSecond(), "/s", ""));
        }
        latency(what, ours, floor, aimOfP99);
    }

    /** Latencies of ours beside those of the floor. */
    void latency(String what, Measured ours, Measured floor, String aimOfP99) {
        // Nothing has no latency; zero would be the best one.
        if (ours.succeeded() > 0) {
            add(Figure.beside(what + ", p50", ours.millis(50), floor.millis(50), "ms", ""));
            add(Figure.beside(what + ", p99", ours.millis(99), floor.millis(99), "ms", aimOfP99));
        }
        failures(what, ours);
        failures(what + " (floor)", floor);
    }

    /** Latencies that have an aim and no floor. */
    void latency(String what, Measured ours, String aimOfP99) {
        if (ours.succeeded() > 0) {
            add(Figure.alone(what + ", p50", ours.millis(50), "ms", ""));
            add(Figure.alone(what + ", p99", ours.millis(99), "ms", aimOfP99));
        }
        failures(what, ours);
    }

    /** A figure that leaves failures out says so. */
    void failures(String what, Measured measured) {
        if (measured.failed() > 0) {
            remark("%s: %d of %d failed and are not in the latencies"
                    .formatted(what, measured.failed(), measured.failed() + measured.succeeded()));
        }
    }

    void remark(String text) {
        remarks.add(text);
        say.accept("  " + text);
    }

    void print() {
        say.accept("");
        say.accept(
                ROW.formatted("figure", "ours", "floor", "ratio", "unit", "aim").stripTrailing());
        figures.forEach(figure -> say.accept(row(figure)));
        remarks.forEach(remark -> say.accept("! " + remark));
    }

    private static String row(Figure figure) {
        return ROW.formatted(
                        figure.what(),
                        number(figure.ours()),
                        figure.floor().map(Figures::number).orElse("-"),
                        figure.ratio()
                                .map(it -> String.format(Locale.ROOT, "%.2f", it))
                                .orElse("-"),
                        figure.unit(),
                        figure.aim())
                .stripTrailing();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
    }
}
