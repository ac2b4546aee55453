package org.repatria.edge;

/** The problems that any route of any service can answer with. */
public enum GeneralProblem implements ProblemCode {
    MALFORMED_BODY(400, "The body cannot be read"),
    INVALID_PARAMETERS(400, "Parameters of the request break rules"),
    BAD_REQUEST(400, "The request cannot be understood"),
    UNAUTHENTICATED(401, "Sign in or present a valid token"),
    FORBIDDEN(403, "Your roles do not allow this"),
    CSRF_TOKEN_MISSING(403, "The call of a browser session lacks its CSRF token"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This path does not take this method"),
    NOT_ACCEPTABLE(406, "The answer exists only in other media types"),
    REQUEST_TIMEOUT(408, "The request did not come to its end in time"),
    CONFLICT(409, "The request does not fit the current state"),
    VERSION_STALE(412, "The version you decided on is no longer the current one"),
    BODY_TOO_LARGE(413, "The body is too large"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type or encoding is not taken here"),
    INVALID_BODY(422, "Fields of the body break rules"),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another request"),
    VERSION_REQUIRED(428, "State the version you decided on"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    TOO_MANY_STREAMS(429, "You have too many event streams open"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL_ERROR(500, "Something unexpected happened here"),
    NOT_IMPLEMENTED(501, "This server does not know the method or the transfer encoding"),
    BAD_GATEWAY(502, "A part of the system answered what cannot be read"),
    SERVICE_UNAVAILABLE(503, "A part of the system is away"),
    STORE_UNAVAILABLE(503, "The database does not answer"),
    ACCESS_JOURNAL_FULL(503, "Who reads cannot be recorded"),
    IDENTITY_PROVIDER_UNAVAILABLE(503, "The identity provider does not answer"),
    STREAMS_FULL(503, "Too many streams are open"),
    PUBLICATION_BACKLOG(503, "Too much of this object waits for publication"),
    VIEW_BEHIND(503, "The list does not show that version yet"),
    VIEW_BUSY(503, "Too many queries wait for the list"),
    CONTENDED(503, "Others change the same object at this moment"),
    SERVICE_TIMEOUT(504, "A part of the system does not answer in time"),
    HTTP_VERSION_NOT_SUPPORTED(505, "This server speaks HTTP/1.1");

    private final int status;
    private final String title;

    GeneralProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
