/**
 * CSV and Parquet files, read, sorted and written by DuckDB. Start at {@link
 * dev.certus.duckdb.FileTables} and {@link dev.certus.duckdb.ParquetSink}.
 */
package dev.certus.duckdb;
