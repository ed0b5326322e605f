// A false alarm, told to those who look after the rules: the rule's id and the site's version, never the words.

import { link } from "./dom.js";

export const REPORTED =
  "A report is a form that everybody can read. It is filled in with the name of the rule and the version of this site; " +
  "your words are not in it. Paste only what you want to share.";

/** The link, or null on a site whose pages lead to no place for reports. `describedBy` is what goes with it. */
export function reportLink(rule, version, describedBy) {
  const place = newIssue();
  if (!place) return null;
  const look = { class: "ck-button ck-button--small", "aria-describedby": describedBy };
  return link(reportAddress(place, rule, version), "Report a false alarm", look);
}

/** The address of a new report at `place`: the form .github/ISSUE_TEMPLATE/false-alarm.yml, with what is known filled in. */
export function reportAddress(place, rule, version) {
  const address = new URL(place);
  const known = { template: "false-alarm.yml", title: `False alarm: ${rule}`, id: rule, version };
  address.search = new URLSearchParams(known);
  return address.href;
}

// The foot of every page has a link to where problems are reported; its own title goes, the place stays.
function newIssue() {
  return document.querySelector('a[href*="/issues/new"]:not(.afterword a)')?.href.split("?")[0];
}
