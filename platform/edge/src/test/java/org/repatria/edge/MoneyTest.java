package org.repatria.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "150, JPY, 150",
        "150.00, JPY, 150",
        "1E+3, KRW, 1000",
        "2462400, USD, 2462400.00",
        "0, EUR, 0.00",
        "1.5, KWD, 1.500",
        "-0.5, BHD, -0.500",
        "39000.1, CLF, 39000.1000",
        "7, UYI, 7",
        "12, HUF, 12.00",
    })
    void an_amount_travels_with_the_decimals_of_its_currency(BigDecimal amount, String currency, String written) {
        assertThat(Json.MAPPER
                        .valueToTree(new Money(amount, currency))
                        .path("amount")
                        .asString())
                .isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"150.5, JPY, 150.5", "1.005, USD, 1.005", "1.50, XAU, 1.5"})
    void nothing_is_rounded(BigDecimal amount, String currency, String written) {
        assertThat(new Money(amount, currency).amount()).isEqualTo(new BigDecimal(written));
    }
}
