// Two ways out of a page are unknown to Content-Security-Policies: a call from browser to browser, and a new window
// with words in its address. Nothing on this site uses them, so they are closed as soon as there is an engine to ask.

for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection"]) delete globalThis[name];
Object.defineProperty(globalThis, "open", { value: () => null });
