import { readFormFile } from "./read-form.ts";
import { serveJobs } from "./serve-job.ts";

serveJobs(readFormFile);
