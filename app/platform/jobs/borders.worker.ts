import { readBorders } from "#app/domain/units/borders.ts";
import { serveJobs } from "./serve-job.ts";
import type { BordersJob } from "./unit-maps.ts";

serveJobs(async ({ bytes, known, wanted }: BordersJob) => readBorders(bytes, known, wanted));
