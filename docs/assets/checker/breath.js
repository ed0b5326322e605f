/** Resolves in a task of its own: what is typed or pressed meanwhile comes before what follows. */
export const breath = () => globalThis.scheduler?.yield?.() ?? new Promise((go) => setTimeout(go));
