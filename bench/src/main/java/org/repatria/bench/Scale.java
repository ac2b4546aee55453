package org.repatria.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param warmUp load before the first figure of a section, thrown away
 * @param slice one stretch of ours or of the floor
 * @param rounds how often ours and floor take turns
 * @param perSecond the fixed rate of the open-loop load
 * @param clients concurrent clients at saturation
 * @param cases cases that commands are spread over
 * @param pending events that wait while Kafka is away
 * @param holders cases that they are of
 * @param rows rows of the large list
 * @param casesFew size of the small view
 * @param casesMany size of the large view
 * @param pages calls for each kind of page
 * @param looks how often each thing is looked at in a browser
 * @param assetsOfCase assets that name one case
 * @param assets size of the view of assets
 */
record Scale(
        Duration warmUp,
        Duration slice,
        int rounds,
        int perSecond,
        int clients,
        int cases,
        int pending,
        int holders,
        int rows,
        int casesFew,
        int casesMany,
        int pages,
        int looks,
        int assetsOfCase,
        int assets) {

    /** The figures worth writing down. */
    static Scale whole() {
        return new Scale(
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                3,
                200,
                64,
                400,
                50_000,
                5_000,
                10_000,
                1_000,
                100_000,
                300,
                30,
                5_000,
                200_000);
    }

    /** The same at another fixed rate, such as one that a small machine can bear. */
    Scale atRate(int calls) {
        return new Scale(
                warmUp,
                slice,
                rounds,
                calls,
                clients,
                cases,
                pending,
                holders,
                rows,
                casesFew,
                casesMany,
                pages,
                looks,
                assetsOfCase,
                assets);
    }

    /** A smoke form: shows that every part of the measurement works; its figures say little. */
    static Scale brief() {
        return new Scale(
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                1,
                100,
                16,
                100,
                1_000,
                100,
                500,
                200,
                1_000,
                20,
                5,
                200,
                2_000);
    }
}
