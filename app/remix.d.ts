import "@remix-run/node";

declare module "@remix-run/node" {
	/** `remix.config.js` has the flag on; the types have to know, or `data(…)` of an action looks like an object with `init`. */
	interface Future {
		v3_singleFetch: true;
	}
}
