import { readList } from "./read-list.ts";
import { serveJobs } from "./serve-job.ts";

serveJobs(readList);
