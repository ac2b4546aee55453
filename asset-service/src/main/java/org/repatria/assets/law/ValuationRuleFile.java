package org.repatria.assets.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.repatria.assets.domain.AssetKind;
import org.repatria.assets.domain.ValuationRules;
import org.repatria.assets.domain.ValuationRules.Stale;
import org.repatria.assets.domain.ValuationRules.TwoAppraisals;
import org.repatria.decider.money.Amounts;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the reviewed rules on values. With any fault in them the service does not start. */
public final class ValuationRuleFile {

    private static final String NAME = "/reference/valuation.yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ValuationRuleFile() {}

    /** The rules that are shipped. */
    public static ValuationRules load() {
        try (InputStream file = Objects.requireNonNull(ValuationRuleFile.class.getResourceAsStream(NAME), NAME)) {
            return of(YAML.readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException where a row lacks something, or says what cannot be */
    static ValuationRules parse(String yaml) {
        return of(YAML.readTree(yaml));
    }

    private static ValuationRules of(JsonNode file) {
        demandFields(file, Set.of("stale", "twoAppraisals"));
        return new ValuationRules(
                file.path("stale").valueStream().map(ValuationRuleFile::stale).toList(),
                file.path("twoAppraisals")
                        .valueStream()
                        .map(ValuationRuleFile::twoAppraisals)
                        .toList());
    }

    private static Stale stale(JsonNode row) {
        demandFields(row, Set.of("from", "days", "source"));
        var days = row.path("days").asInt();
        demand(days > 0, row, "days");
        return new Stale(day(row), days, text(row, "source"));
    }

    private static TwoAppraisals twoAppraisals(JsonNode row) {
        demandFields(row, Set.of("from", "assets", "currency", "above", "source"));
        var currency = text(row, "currency");
        var above = new BigDecimal(text(row, "above"));
        demand(Amounts.decimalsOf(currency).filter(it -> it >= above.scale()).isPresent(), row, "currency or above");
        return new TwoAppraisals(
                day(row),
                row.path("assets")
                        .valueStream()
                        .map(it -> AssetKind.valueOf(it.asString()))
                        .collect(Collectors.toSet()),
                currency,
                above,
                text(row, "source"));
    }

    private static LocalDate day(JsonNode row) {
        return LocalDate.parse(text(row, "from"));
    }

    private static String text(JsonNode row, String field) {
        var text = row.path(field).asString("");
        demand(!text.isBlank(), row, field);
        return text;
    }

    private static void demandFields(JsonNode row, Set<String> fields) {
        demand(Set.copyOf(row.propertyNames()).equals(fields), row, String.join(", ", fields));
    }

    private static void demand(boolean holds, JsonNode row, String what) {
        if (!holds) {
            throw new IllegalArgumentException(NAME + ": " + what + " is wrong in " + row);
        }
    }
}
