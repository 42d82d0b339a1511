/** Drawn scenes that stand where a school would have a photograph, each saying that it is one. */

const sky = `<rect width="800" height="600" fill="#cfe3ee"/><rect y="400" width="800" height="200" fill="#c9c2b2"/>`;
const wall = `<rect width="800" height="600" fill="#efe6cf"/><rect y="470" width="800" height="130" fill="#b9a98c"/>`;

const bars = (from: number, to: number, step: number, draw: (x: number) => string) =>
	Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => draw(from + at * step)).join("");

/** Each with the words of an item, without tone marks, that it fits. The last fits any. */
export const scenes: readonly { fits: RegExp; drawing: string }[] = [
	{
		fits: /lan can|cau thang|hanh lang|ban cong/,
		drawing: `${sky}<rect y="90" width="800" height="310" fill="#f3d9a4"/>${bars(60, 700, 160, (x) => `<rect x="${x}" y="150" width="90" height="190" fill="#7aa0a8" stroke="#fff" stroke-width="8"/>`)}
			<rect y="330" width="800" height="14" fill="#5b6b73"/>${bars(10, 790, 26, (x) => (x > 430 && x < 520 ? "" : `<rect x="${x}" y="344" width="7" height="96" fill="#5b6b73"/>`))}<rect y="440" width="800" height="12" fill="#5b6b73"/>`,
	},
	{
		fits: /bep|an ban tru|thuc pham|nuoc/,
		drawing: `${wall}<rect x="60" y="300" width="680" height="190" fill="#dfe5e8" stroke="#94a3ab" stroke-width="6"/><circle cx="190" cy="290" r="70" fill="#8fa0a8"/><rect x="110" y="280" width="160" height="90" fill="#8fa0a8"/>
			<circle cx="430" cy="300" r="54" fill="#a9b5bb"/><rect x="370" y="300" width="120" height="64" fill="#a9b5bb"/><rect x="590" y="180" width="110" height="120" fill="#7fae8e"/><path d="M560 130h170v18H560z" fill="#6d7b82"/>`,
	},
	{
		fits: /cong|tuong rao|hang rao|bao ve/,
		drawing: `${sky}<rect y="240" width="150" height="200" fill="#d8b08c"/><rect x="650" y="240" width="150" height="200" fill="#d8b08c"/><rect x="150" y="190" width="40" height="260" fill="#b5835a"/><rect x="610" y="190" width="40" height="260" fill="#b5835a"/>
			${bars(205, 390, 26, (x) => `<rect x="${x}" y="230" width="9" height="210" fill="#3f5f6b"/>`)}${bars(470, 600, 26, (x) => `<rect x="${x}" y="250" width="9" height="190" fill="#3f5f6b" transform="skewX(-6)" />`)}<rect x="150" y="150" width="500" height="50" fill="#0f766e"/>`,
	},
	{
		fits: /san choi|do choi|cay|san truong|san tap/,
		drawing: `${sky}<rect y="400" width="800" height="200" fill="#a9c58b"/><path d="M180 180h90v240h-16V240h-58v180h-16z" fill="#c2553f"/><path d="M262 196 520 412h-70L262 250z" fill="#e0a13b"/><circle cx="650" cy="230" r="90" fill="#6f9a58"/><rect x="638" y="300" width="24" height="120" fill="#7b5b3f"/>`,
	},
	{
		fits: /ve sinh|rua tay/,
		drawing: `${wall}${bars(0, 800, 80, (x) => `<path d="M${x} 0v470" stroke="#d8cdb2" stroke-width="4"/>`)}<rect x="90" y="290" width="250" height="70" rx="26" fill="#fff" stroke="#a3aeb4" stroke-width="6"/><path d="M210 290v-60h50" stroke="#7d8b92" stroke-width="14" fill="none"/><rect x="480" y="130" width="220" height="350" fill="#8fb4bd" stroke="#5d7f88" stroke-width="8"/>`,
	},
	{
		fits: /./,
		drawing: `${wall}<rect x="200" y="90" width="400" height="190" fill="#2f5d50" stroke="#8a6a45" stroke-width="14"/>${bars(80, 640, 190, (x) => `<rect x="${x}" y="380" width="130" height="22" fill="#c08a4e"/><path d="M${x + 14} 402v90M${x + 116} 402v90" stroke="#8a6a45" stroke-width="10"/>`)}<rect x="676" y="250" width="60" height="84" rx="6" fill="#fff" stroke="#a3aeb4" stroke-width="5"/><path d="M700 334v120" stroke="#444" stroke-width="5"/>`,
	},
];

/** A scene as an SVG document with its caption; the second picture of a place comes closer. */
export function sceneSvg(drawing: string, close: boolean): string {
	const view = close ? "150 130 480 360" : "0 0 800 600";
	return `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600" viewBox="0 0 800 600"><svg width="800" height="600" viewBox="${view}">${drawing}</svg>
		<rect y="540" width="800" height="60" fill="#10242b" fill-opacity="0.78"/><text x="24" y="580" font-family="Be Vietnam Pro" font-size="28" fill="#fff">Ảnh minh họa</text></svg>`;
}
