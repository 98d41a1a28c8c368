"use strict";

const MOST_SHOWN = 200000;

/** An element with a class and a text; the text of answers is never markup. */
function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function base64(text) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** The values of a field as they are sent: none where it is empty. */
function valuesOf(field) {
  if (field.dataset.kind === "lines") {
    const values = field.value.split("\n").filter((line) => line !== "");
    return field.dataset.explode === "yes" || values.length === 0 ? values : [values.join(",")];
  }
  if (field.value === "") return [];
  const scheme = field.dataset.scheme;
  if (!scheme) return [field.value];
  return [`${scheme} ${scheme.toLowerCase() === "basic" ? base64(field.value) : field.value}`];
}

/** What a form says: a URL, options of fetch, and cookies. */
function requestOf(form) {
  const format = form.querySelector("input[name=format]:checked");
  const headers = new Headers({ Accept: format.dataset.accept });
  const query = [];
  const cookies = [];
  let path = form.dataset.path;
  for (const field of form.querySelectorAll("[data-place]")) {
    const name = field.dataset.name;
    for (const value of valuesOf(field)) {
      switch (field.dataset.place) {
        case "path":
          path = path.replace(`{${name}}`, () => encodeURIComponent(value));
          break;
        case "query":
          query.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
          break;
        case "header":
          headers.set(name, value);
          break;
        case "cookie":
          cookies.push([name, value]);
          break;
      }
    }
  }
  const options = { method: form.dataset.method, headers, cache: "no-store" };
  const body = form.querySelector("[name=body]");
  if (body !== null) {
    options.body = body.value;
    if (format.dataset.contentType) headers.set("Content-Type", format.dataset.contentType);
  }
  const url = form.dataset.prefix + path + (query.length ? `?${query.join("&")}` : "");
  return { url, options, cookies };
}

/** Set cookies for one request, or forget them. */
function keepCookies(cookies, seconds) {
  for (const [name, value] of cookies) {
    document.cookie = `${name}=${value}; Path=/; Max-Age=${seconds}; SameSite=Strict`;
  }
}

function readable(content, mediaType) {
  const text = new TextDecoder(/charset=utf-16/i.test(mediaType) ? "utf-16" : "utf-8").decode(content);
  if (!/[/+]json\b/i.test(mediaType)) return text;
  return indentedJson(text);
}

/** JSON on several lines. Only white space is added, so that numbers keep their digits. */
function indentedJson(text) {
  if (text.length > MOST_SHOWN || text.includes("\n")) return text;
  let depth = 0;
  const line = () => `\n${"  ".repeat(depth)}`;
  return text.replace(/"(?:[^"\\]|\\.)*"|[{[]\s*[}\]]|[{}[\],:]/g, (token) => {
    if (token === "{" || token === "[") {
      depth += 1;
      return token + line();
    }
    if (token === "}" || token === "]") {
      depth = Math.max(0, depth - 1);
      return line() + token;
    }
    if (token === ",") return token + line();
    return token === ":" ? ": " : token;
  });
}

function showAnswer(place, response, content, milliseconds) {
  const mediaType = response.headers.get("Content-Type") ?? "";
  const head = element("p", "answer-head");
  const kind = response.ok ? "good" : "bad";
  head.append(
    element("span", `status status-${kind}`, String(response.status)),
    ` ${response.statusText} `,
    element("span", "quiet", `${milliseconds.toFixed(0)} ms · ${content.byteLength} bytes`),
  );
  const headers = element("pre", "answer-headers");
  headers.tabIndex = 0;
  headers.setAttribute("aria-label", "Headers of the answer");
  headers.textContent = [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  const body = element("pre", "answer-body");
  body.tabIndex = 0;
  body.setAttribute("aria-label", "Body of the answer");
  const isText = mediaType === "" || /[/+](json|xml)\b|^text\/|urlencoded/i.test(mediaType);
  const text = isText ? readable(content, mediaType) : `${content.byteLength} bytes of ${mediaType}`;
  body.textContent = text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}\n… ${text.length} characters in all` : text;
  place.replaceChildren(head, headers, content.byteLength ? body : element("p", "quiet", "no body"));
}

async function send(form) {
  const place = form.querySelector(".answer");
  const button = form.querySelector("button");
  place.hidden = false;
  button.disabled = true;
  let cookies = [];
  try {
    const request = requestOf(form);
    cookies = request.cookies;
    keepCookies(cookies, 60);
    const start = performance.now();
    const response = await fetch(request.url, request.options);
    const content = await response.arrayBuffer();
    showAnswer(place, response, content, performance.now() - start);
  } catch (error) {
    place.replaceChildren(element("p", "error", `It could not be sent, or no whole answer came: ${error.message}`));
  } finally {
    keepCookies(cookies, 0);
    button.disabled = false;
  }
}

function prepare(form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form);
  });
  const body = form.querySelector("[name=body]");
  for (const format of form.querySelectorAll("input[name=format]")) {
    format.addEventListener("change", () => {
      if (body !== null) body.value = format.dataset.body;
    });
  }
}

/** A secret that is typed into one form is in all of them. */
function shareSecrets() {
  const secrets = [...document.querySelectorAll("[data-kind=secret]")];
  for (const secret of secrets) {
    secret.addEventListener("input", () => {
      for (const other of secrets) {
        if (other.dataset.place === secret.dataset.place && other.dataset.name === secret.dataset.name) {
          other.value = secret.value;
        }
      }
    });
  }
}

document.querySelectorAll(".try-form").forEach(prepare);
shareSecrets();
