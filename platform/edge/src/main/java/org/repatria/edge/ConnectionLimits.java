package org.repatria.edge;

import java.time.Duration;

/**
 * How long a connection may keep a server waiting.
 *
 * @param headers from the first byte of a request to the end of its headers
 * @param pause without a byte of a body that is being read
 * @param body all waiting for one body together
 * @param idle between two requests
 * @param unread for a client that does not read its answer
 */
record ConnectionLimits(Duration headers, Duration pause, Duration body, Duration idle, Duration unread) {

    static final ConnectionLimits OF_THE_HOUSE = new ConnectionLimits(
            Limits.HEADERS_WAIT_MAX,
            Limits.BODY_PAUSE_MAX,
            Limits.BODY_WAIT_MAX,
            Limits.CONNECTION_IDLE_MAX,
            Limits.ANSWER_UNREAD_MAX);
}
