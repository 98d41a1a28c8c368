"use strict";

const dark = matchMedia("(prefers-color-scheme: dark)");
const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
follow();
dark.addEventListener("change", follow);

const place = document.getElementById("swagger-ui");
// No validatorUrl: the validator is a service of another origin, which would be sent the document.
SwaggerUIBundle({
  domNode: place,
  url: place.dataset.url,
  validatorUrl: null,
  deepLinking: true,
  tryItOutEnabled: true,
  queryConfigEnabled: false,
});
