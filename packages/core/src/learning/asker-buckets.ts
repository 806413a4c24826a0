import { createHash } from "node:crypto";

/**
 * Distinct pupils are counted without keeping who they are: each falls into one of 1,024 buckets, another one for every
 * question, and only the buckets are kept. Of a million pupils about a thousand share one, so that a bucket names nobody.
 * How many pupils it takes to fill so many buckets is estimated (linear counting: Whang, Vander-Zanden, Taylor 1990).
 */
export const bucketCount = 1_024;
/** From here on the estimate says nothing; «more than that». */
const mostPupils = 5_000;

/** The bucket of a pupil for this question. */
export function bucketOf(studentId: string, questionHash: string): number {
  return createHash("sha256").update(`${questionHash} ${studentId}`).digest().readUInt32BE(0) % bucketCount;
}

/** How many pupils filled so many buckets, rounded down: a threshold is not passed by chance. */
export function pupilsOf(filledBuckets: number): number {
  if (filledBuckets >= bucketCount) return mostPupils;
  return Math.min(mostPupils, Math.floor(bucketCount * Math.log(bucketCount / (bucketCount - filledBuckets))));
}
