/** Never drawn: the loader always leads on. */
export function Nothing() {
	return null;
}
