// A call from this page by a signed-in person carries the proof that the page, not another site, makes it.
window.ui = SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#api",
  deepLinking: true,
  requestInterceptor: (request) => {
    const token = document.cookie.split("; ").find((cookie) => cookie.startsWith("XSRF-TOKEN="));
    if (token && request.method !== "GET") {
      request.headers["X-XSRF-TOKEN"] = decodeURIComponent(token.split("=")[1]);
    }
    return request;
  },
});
