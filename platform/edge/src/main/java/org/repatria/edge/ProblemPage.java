package org.repatria.edge;

import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * A problem as a page for a person: what happened, what may help, and the number to tell the operator. Nothing in it is
 * markup of others.
 */
final class ProblemPage {

    /** Nothing is loaded, sent or framed: the page is text. */
    static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'none'";

    private ProblemPage() {}

    static String of(Problem problem, Trace trace) {
        var code = problem.code();
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>%1$s - Repatria</title>
                <style>
                  :root { color-scheme: light dark; --ink: #1c2733; --paper: #f7f5f0; --accent: #1f5d7a; }
                  @media (prefers-color-scheme: dark) { :root { --ink: #e8e6e1; --paper: #14191f; --accent: #7fc1de; } }
                  body { margin: 0; font: 17px/1.55 system-ui, \
                sans-serif; color: var(--ink); background: var(--paper); }
                  main { max-width: 44rem; margin: 0 auto; padding: 3rem 1.25rem; overflow-wrap: anywhere; }
                  h1 { font: 600 2rem/1.15 Georgia, serif; margin: 0 0 .75rem; }
                  a { color: var(--accent); }
                  dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
                  dd { margin: 0; }
                </style>
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                <p>%2$s</p>
                %3$s<p>%4$s</p>
                <dl>
                <dt>Status</dt><dd>%5$d</dd>
                <dt>Code</dt><dd><code>%6$s</code></dd>
                <dt>Trace</dt><dd><code>%7$s</code></dd>
                </dl>
                <p><a href="/">To the start page</a></p>
                </main>
                </body>
                </html>
                """.formatted(
                        text(code.title()),
                        text(problem.detail()),
                        errors(problem),
                        text(advice(problem)),
                        code.status(),
                        text(code.name()),
                        text(trace.traceId()));
    }

    private static String errors(Problem problem) {
        return problem.errors().isEmpty()
                ? ""
                : problem.errors().stream()
                        .map(error ->
                                "<li><code>" + text(error.pointer()) + "</code>: " + text(error.detail()) + "</li>")
                        .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>\n"));
    }

    /** What the person can do about it, in words that fit the kind of problem. */
    private static String advice(Problem problem) {
        var again = Optional.ofNullable(problem.headers().get("Retry-After"));
        return switch (problem.code().status()) {
            case 401 -> "Sign in on the start page, then open this address again.";
            case 403 -> "Ask a colleague whose role allows it.";
            case 404 -> "Check the address. What you may not see is answered in the same way.";
            case 429, 503, 504 ->
                again.map(seconds -> "Try again in " + seconds + " seconds.").orElse("Try again in a little while.");
            case 500, 502 -> "Tell the operator the trace below; it leads to what happened.";
            default -> "If you did not expect this, tell the operator the trace below.";
        };
    }

    private static String text(String any) {
        return HtmlUtils.htmlEscape(any, "UTF-8");
    }
}
