/** The templates an office finds in the library on its first day, in the order they are listed. */
import { cameraStatus } from "./camera.ts";
import { codeOfConduct } from "./conduct.ts";
import { decree80Duties } from "./decree-80.ts";
import type { LibraryTemplate } from "./draft.ts";
import { education } from "./education.ts";
import { examples } from "./examples.ts";
import { general18 } from "./general.ts";
import { incidents } from "./incidents.ts";
import { inspections } from "./inspections.ts";
import { preschool45, preschool2019 } from "./preschool.ts";

export const library: readonly LibraryTemplate[] = [
	preschool2019,
	preschool45,
	general18,
	decree80Duties,
	codeOfConduct,
	cameraStatus,
	education,
	incidents,
	inspections,
	examples,
];
