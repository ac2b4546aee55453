package org.repatria.assets.domain.companies;

import java.util.List;
import java.util.Optional;
import org.repatria.assets.domain.AssetCommand.Place;
import org.repatria.assets.domain.CompanyId;
import org.repatria.assets.domain.Confidence;
import org.repatria.assets.domain.Identifier;
import org.repatria.assets.domain.companies.CompanyCommand.RegisterCompany;
import org.repatria.assets.domain.identifiers.Scheme;

/** The companies of an invented treasurer. */
public final class Companies {

    private Companies() {}

    public static RegisterCompany register(CompanyId id) {
        return new RegisterCompany(
                id,
                "Lake Holdings",
                List.of(new Identifier(Scheme.REGISTER_NUMBER, "xh 77-1042", Optional.empty())),
                new Place("XH", Optional.empty()),
                "Company register of XH",
                Confidence.HIGH);
    }
}
