package org.repatria.assets.domain.ownership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.assets.domain.CompanyId;
import org.repatria.assets.domain.Confidence;
import org.repatria.assets.domain.Fraction;
import org.repatria.assets.domain.Holder;
import org.repatria.assets.domain.Interest;
import org.repatria.assets.domain.InterestId;
import org.repatria.assets.domain.Right;

/** Who has what of an invented asset and of invented companies. */
final class Holdings {

    static final LocalDate MARCH = LocalDate.parse("2015-03-16");

    final List<Interest> inAsset = new ArrayList<>();
    final Map<CompanyId, List<Interest>> inCompanies = new HashMap<>();
    private int entries;

    static CompanyId id(String name) {
        return new CompanyId("company-" + name);
    }

    static Holder company(String name) {
        return new Holder.OfCompany(id(name));
    }

    static Holder person(String name) {
        return new Holder.Person(name, Optional.empty());
    }

    static Holder person(String name, String birthDate) {
        return new Holder.Person(name, Optional.of(LocalDate.parse(birthDate)));
    }

    static String name(Holder holder) {
        return switch (holder) {
            case Holder.Person(var name, var _) -> name;
            case Holder.OfCompany(var id) -> id.value().substring("company-".length());
            case Holder.OfCase(var id) -> id.value();
        };
    }

    Holdings asset(Holder holder, long parts, long of) {
        return asset(Right.OWNER, holder, Optional.of(new Fraction(parts, of)));
    }

    Holdings asset(Right right, Holder holder, Optional<Fraction> share) {
        inAsset.add(interest(right, holder, share, Optional.empty(), Optional.empty()));
        return this;
    }

    Holdings asset(Holder holder, long parts, long of, String from, String to) {
        inAsset.add(interest(
                Right.OWNER,
                holder,
                Optional.of(new Fraction(parts, of)),
                Optional.of(LocalDate.parse(from)),
                Optional.of(LocalDate.parse(to))));
        return this;
    }

    Holdings of(String company, Holder holder, long parts, long of) {
        return of(company, Right.OWNER, holder, Optional.of(new Fraction(parts, of)));
    }

    Holdings of(String company, Right right, Holder holder, Optional<Fraction> share) {
        inCompanies
                .computeIfAbsent(id(company), _ -> new ArrayList<>())
                .add(interest(right, holder, share, Optional.empty(), Optional.empty()));
        return this;
    }

    Ownership behind(LocalDate day) {
        return OwnershipGraph.behind(inAsset, inCompanies, day);
    }

    private Interest interest(
            Right right, Holder holder, Optional<Fraction> share, Optional<LocalDate> from, Optional<LocalDate> to) {
        return new Interest(
                new InterestId("interest-" + entries++),
                right,
                holder,
                share,
                from,
                to,
                "a register",
                Confidence.HIGH,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty());
    }
}
