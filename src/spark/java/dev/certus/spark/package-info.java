/**
 * The engine on Apache Spark: frames of records in, frames of decisions out, each record with the
 * same answer as elsewhere. Start at {@link dev.certus.spark.SparkDecider}, or, for a whole job, at
 * {@link dev.certus.spark.SparkJob}.
 */
package dev.certus.spark;
