// Where the site's pages are, wherever the site itself is: this file lies two folders below its root.

const site = new URL("../../", import.meta.url);

/** The address of a page or file of this site. */
export const address = (page) => new URL(page, site).href;
