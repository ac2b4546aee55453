package org.repatria.assets.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.CurrentValue;
import org.repatria.assets.domain.CurrentValue.SecondAppraisal;
import org.repatria.assets.domain.InterestId;
import org.repatria.assets.domain.Interests;
import org.repatria.assets.domain.Money;
import org.repatria.assets.domain.Valuation;
import org.repatria.assets.domain.ValuationRules;
import org.repatria.assets.domain.ValuationRules.Stale;
import org.repatria.assets.domain.rates.Conversion;
import org.repatria.assets.domain.rates.RateSheet;
import org.repatria.assets.web.InterestFile.HolderFile;
import org.repatria.decider.input.Pattern;

/**
 * What an asset is worth on a day. The latest value of each kind, basis and currency stands there; none are added.
 *
 * @param staleRule after how many days a value is old, and who says so
 */
record ValuesFile(AssetId assetId, LocalDate on, Optional<StaleRule> staleRule, List<Item> values) {

    static final String EXAMPLE = """
            {"assetId": "asset-1c4mz9h6p3q8r2t5v7w0x4y6k", "on": "2015-03-16",
             "staleRule": {"days": 180, "source": "Reference document, section 7.2"},
             "values": [{"number": 1, "kind": "MARKET_APPRAISAL", "basis": "NET",
              "value": {"amount": "1850000.00", "currency": "USD"}, "valuedOn": "2015-03-10",
              "method": "comparable sales", "valuer": "Lake Appraisers",
              "liens": [{"interestId": "interest-5g8r3n0u7w2y6z9a1c4e8g2k6",
               "holder": {"kind": "PERSON", "name": "Lake Bank"}}],
              "staleFrom": "2015-09-07", "stale": false, "secondAppraisal": "NOT_NEEDED",
              "inReport": {"amount": {"amount": "1711379.28", "currency": "EUR"}, "day": "2015-03-10",
               "rates": [{"base": "EUR", "quote": "USD", "rate": "1.081", "day": "2015-03-10",
                "type": "OFFICIAL_REF", "source": "European Central Bank, euro reference rates"}]}}]}""";

    /**
     * Which values, and in what else they are shown.
     *
     * @param on the day as of which; today unless said
     * @param currency the report currency; each value is shown in it by the rates of its own day
     */
    record Question(Optional<LocalDate> on, Optional<@Pattern(regexp = "[A-Z]{3}") String> currency) {}

    /** After how many days a value is old. */
    record StaleRule(int days, String source) {}

    /**
     * One value.
     *
     * @param liens what is taken off in a net value
     * @param staleFrom the first day on which it is old
     * @param secondAppraisal whether a second one, by somebody else, is needed and there
     * @param inReport the same in the report currency, with the rates that say so
     * @param noRate why it is not shown in the report currency
     */
    record Item(
            int number,
            Valuation.Kind kind,
            Valuation.Basis basis,
            Money value,
            LocalDate valuedOn,
            String method,
            String valuer,
            List<Lien> liens,
            Optional<LocalDate> staleFrom,
            boolean stale,
            SecondAppraisal secondAppraisal,
            Optional<InReport> inReport,
            Optional<String> noRate) {}

    /** A lien that is taken off. */
    record Lien(InterestId interestId, Optional<HolderFile> holder) {}

    /** A value in the report currency, by the rates of a day that is not after its own. */
    record InReport(Money amount, LocalDate day, List<Conversion.Used> rates) {}

    static ValuesFile of(
            Asset.Registered asset,
            ValuationRules rules,
            HolderNames names,
            LocalDate day,
            Optional<String> currency,
            Map<String, RateSheet> sheets) {
        return new ValuesFile(
                asset.id(),
                day,
                rules.staleOn(day).map(ValuesFile::rule),
                CurrentValue.of(asset, rules, day).stream()
                        .map(it -> item(it, asset, names, currency, sheets))
                        .toList());
    }

    private static StaleRule rule(Stale stale) {
        return new StaleRule(stale.days(), stale.source());
    }

    private static Item item(
            CurrentValue current,
            Asset.Registered asset,
            HolderNames names,
            Optional<String> currency,
            Map<String, RateSheet> sheets) {
        var it = current.valuation();
        var converted = currency.flatMap(to ->
                Conversion.of(new BigDecimal(it.value().amount()), it.value().currency(), to, it.valuedOn(), sheets));
        return new Item(
                it.number(),
                it.kind(),
                it.basis(),
                it.value(),
                it.valuedOn(),
                it.method(),
                it.valuer(),
                it.liens().stream()
                        .map(id -> new Lien(
                                id,
                                Interests.find(asset.interests(), id).map(lien -> HolderFile.of(lien.holder(), names))))
                        .toList(),
                current.staleFrom(),
                current.stale(),
                current.second(),
                converted.map(
                        in -> new InReport(new Money(in.amount().toPlainString(), in.currency()), in.day(), in.used())),
                currency.filter(_ -> converted.isEmpty())
                        .map(to -> "No rate between %s and %s is recorded for %s or the %d days before."
                                .formatted(it.value().currency(), to, it.valuedOn(), Conversion.DAYS_BACK_MAX)));
    }
}
