package org.repatria.assets.domain.identifiers;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How long an IBAN is in each country of the SWIFT IBAN registry. */
final class IbanLengths {

    /** Source: SWIFT IBAN registry. One line is one length with its countries. */
    private static final String REGISTRY = """
            15 NO
            16 BE
            18 DK FI FK FO GL NL SD
            19 MK SI
            20 AT BA EE KZ LT LU MN XK
            21 CH HR LI LV
            22 BG BH CR DE GB GE IE ME RS VA
            23 AE GI IL IQ OM SO TL
            24 AD CZ ES MD PK RO SA SE SK TN VG
            25 LY PT ST
            26 IS TR
            27 BI DJ FR GR IT MC MR SM
            28 AL AZ BY CY DO GT HN HU LB NI PL SV
            29 BR EG PS QA UA
            30 JO KW MU YE
            31 MT SC
            32 LC
            33 RU
            """;

    private static final Map<String, Integer> LENGTHS = REGISTRY.lines()
            .map(line -> line.split(" ", -1))
            .flatMap(words -> Stream.of(words).skip(1).map(country -> Map.entry(country, Integer.valueOf(words[0]))))
            .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private IbanLengths() {}

    static Optional<Integer> of(String country) {
        return Optional.ofNullable(LENGTHS.get(country));
    }
}
