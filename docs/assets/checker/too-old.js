// For browsers that cannot read the checker's scripts, so it is written as such browsers want it. Where the form has not
// come after a while, or a script broke, it shows what to do instead; and takes that back if the form comes after all.
(function () {
  var place = document.querySelector("#afterword-checker, #afterword-planner, #afterword-workshop");
  var note = document.getElementById("aw-too-old");
  function look() {
    if (document.body.contains(place)) note.hidden = place.children.length > 0;
  }
  function wait() {
    setTimeout(look, "noModule" in document.createElement("script") ? 8000 : 0);
  }
  window.addEventListener("error", look);
  window.addEventListener("unhandledrejection", look);
  if (window.MutationObserver) new MutationObserver(look).observe(place, { childList: true });
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait);
})();
