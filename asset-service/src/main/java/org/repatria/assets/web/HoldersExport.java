package org.repatria.assets.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.CompanyId;
import org.repatria.assets.domain.Fraction;
import org.repatria.assets.domain.Holder;
import org.repatria.assets.domain.Identifier;
import org.repatria.assets.domain.Interest;
import org.repatria.assets.domain.companies.Company;
import org.repatria.assets.domain.identifiers.Scheme;
import org.repatria.assets.domain.ownership.Ownership;
import org.repatria.assets.domain.ownership.Party;
import org.repatria.edge.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who is behind an asset as FollowTheMoney entities, one JSON object a line. They are {@code Asset}, {@code Company},
 * {@code Person}, {@code Ownership} and {@code Directorship}.
 *
 * <p>The model has no entity for liens, tenancies and marital property; they are left out, and so are sources and
 * reasons, which do not leave the house.
 */
final class HoldersExport {

    static final String EXAMPLE = """
            {"id":"asset-1c4mz9h6p3q8r2t5v7w0x4y6k","schema":"Asset","properties":{"name":["House by the lake"],"country":["xh"]}}
            {"id":"company-4f7q2m9s6t1v5x8y0a3c7e1g5","schema":"Company","properties":{"name":["Lake Holdings"],"jurisdiction":["xh"]}}
            {"id":"interest-5g8r3n0u7w2y6z9a1c4e8g2k6","schema":"Ownership","properties":{"owner":["company-4f7q2m9s6t1v5x8y0a3c7e1g5"],"asset":["asset-1c4mz9h6p3q8r2t5v7w0x4y6k"],"percentage":["100"],"role":["OWNER"],"summary":["1/1"]}}
            """;

    /** Digits of a percentage; the exact share stands beside it. */
    private static final MathContext PERCENTAGE = new MathContext(12, RoundingMode.HALF_EVEN);

    private final HolderNames names;
    private final Map<CompanyId, Company.Registered> companies;
    private final List<ObjectNode> entities = new ArrayList<>();
    private final Set<String> told = new LinkedHashSet<>();

    private HoldersExport(HolderNames names, Map<CompanyId, Company.Registered> companies) {
        this.names = names;
        this.companies = companies;
    }

    /** The lines of the file, each with its line feed. */
    static String of(
            Asset.Registered asset, Map<CompanyId, Company.Registered> companies, HolderNames names, LocalDate day) {
        var export = new HoldersExport(names, companies);
        export.write(asset, HoldersFile.ownership(asset, companies, day));
        var lines = new StringBuilder();
        export.entities.forEach(it -> lines.append(it).append('\n'));
        return lines.toString();
    }

    private void write(Asset.Registered asset, Ownership behind) {
        var properties = entity(asset.id().value(), "Asset");
        put(properties, "name", asset.description());
        put(properties, "country", asset.location().country().toLowerCase(Locale.ROOT));
        for (var stake : behind.stakes()) {
            var thing = stake.in().map(CompanyId::value).orElse(asset.id().value());
            var interests = stake.in()
                    .map(id -> Optional.ofNullable(companies.get(id))
                            .map(Company.Registered::holders)
                            .orElse(List.of()))
                    .orElse(asset.interests());
            interests.stream()
                    .filter(it -> it.id().equals(stake.entry()))
                    .findFirst()
                    .ifPresent(it -> link(it, stake.holder(), thing));
        }
    }

    private void link(Interest interest, Party holder, String thing) {
        switch (interest.right()) {
            case OWNER, NOMINEE, BENEFICIAL_OWNER -> {
                var properties = link(interest, holder, "Ownership", "owner", "asset", thing);
                interest.share().ifPresent(share -> {
                    put(properties, "percentage", percentage(share));
                    put(properties, "summary", share.toString());
                });
            }
            case DIRECTOR -> link(interest, holder, "Directorship", "director", "organization", thing);
            case LIEN_HOLDER, TENANT, SPOUSE -> {}
        }
    }

    private ObjectNode link(
            Interest interest, Party holder, String schema, String source, String target, String thing) {
        party(holder);
        var properties = entity(interest.id().value(), schema);
        put(properties, source, holder.key());
        put(properties, target, thing);
        put(properties, "role", interest.right().name());
        interest.from().ifPresent(from -> put(properties, "startDate", from.toString()));
        interest.lastDay().ifPresent(to -> put(properties, "endDate", to.toString()));
        return properties;
    }

    private void party(Party party) {
        var id = party.key();
        if (!told.add(id)) {
            return;
        }
        switch (party.holder()) {
            case Holder.OfCompany(var companyId) -> company(id, Optional.ofNullable(companies.get(companyId)));
            case Holder.OfCase _ ->
                put(entity(id, "Person"), "name", names.nameOf(party.holder()).orElse(id));
            case Holder.Person(var name, var birthDate) -> {
                var properties = entity(id, "Person");
                put(properties, "name", name);
                birthDate.ifPresent(born -> put(properties, "birthDate", born.toString()));
            }
        }
    }

    /** A company that is not known here has its id for a name: the model asks for one. */
    private void company(String id, Optional<Company.Registered> company) {
        var properties = entity(id, "Company");
        put(properties, "name", company.map(Company.Registered::name).orElse(id));
        company.ifPresent(it -> {
            put(properties, "jurisdiction", it.location().country().toLowerCase(Locale.ROOT));
            identifiers(it, Scheme.REGISTER_NUMBER).forEach(number -> put(properties, "registrationNumber", number));
            identifiers(it, Scheme.LEI).forEach(number -> put(properties, "idNumber", number));
        });
    }

    private static Stream<String> identifiers(Company.Registered company, Scheme scheme) {
        return company.identifiers().stream()
                .filter(it -> it.scheme() == scheme)
                .map(Identifier::value);
    }

    private ObjectNode entity(String id, String schema) {
        var entity = Json.MAPPER.createObjectNode().put("id", id).put("schema", schema);
        entities.add(entity);
        return entity.putObject("properties");
    }

    private static void put(ObjectNode properties, String name, String value) {
        properties.withArrayProperty(name).add(value);
    }

    private static String percentage(Fraction share) {
        return BigDecimal.valueOf(share.parts())
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(share.of()), PERCENTAGE)
                .stripTrailingZeros()
                .toPlainString();
    }
}
